import type { Quantity } from '../core/quantity.ts';
import { operationsDefaults as defaults } from './defaults-operations.ts';
import type { Change, Operations, StaffAction } from './scenario.ts';
import type { UnderstoodFile } from './schema.ts';

type FileOperations = NonNullable<UnderstoodFile['world']['operations']>;
type FileStaff = NonNullable<NonNullable<UnderstoodFile['plans']>[number]['actions'][number]['staff']>;

/** The contact centre with its defaults filled in. */
export function buildOperations(file: FileOperations): Operations {
  return {
    agents: file.agents,
    openHoursPerMonth: file.openHours,
    handleTimeSeconds: file.handleTime,
    contactsPerMonth: file.contacts,
    patienceSeconds: file.patience ?? defaults.patience(),
    targetSeconds: file.target ?? defaults.target(),
    peak: {
      contacts: file.peak?.contacts ?? defaults.peakContacts(),
      hours: file.peak?.hours ?? defaults.peakHours(),
      agents: file.peak?.agents ?? defaults.peakAgents(),
    },
    resolved: file.resolved ?? defaults.resolved(),
    agentCost: file.agentCost ?? defaults.agentCost(),
    turnoverPerYear: file.turnover ?? defaults.turnover(),
  };
}

export function buildStaff(file: FileStaff): StaffAction {
  const { agents, recognise, empower, train, jobAids, feedback, once, monthly } = file;
  return {
    ...(agents && { agents: changeOf(agents) }),
    ...(recognise && { recognise }),
    ...(empower && { empower: changeOf(empower) }),
    ...(train && { train }),
    ...(jobAids && { jobAids }),
    ...(feedback && { feedback }),
    once: once ?? defaults.once(),
    ...(monthly && { monthly }),
  };
}

/** The walker reports a change without either. */
function changeOf({ by, to }: { by?: Change | undefined; to?: Quantity | undefined }): Change {
  return by ?? { kind: 'to', quantity: to! };
}
