import type { FileSketch } from './schema.ts';
import { complainPath, type ReadContext } from './spot.ts';

/** Staff actions hold for the whole firm; those on agents need a contact centre, and all of them what its people cost. */
export function checkStaff(file: FileSketch, context: ReadContext): void {
  const { operations } = file.world ?? {};
  let needsPay = false;
  file.plans?.forEach((plan, planIndex) => {
    plan?.actions?.forEach((action, index) => {
      if (!action?.staff) return;
      needsPay = true;
      const path = `plans[${planIndex}].actions[${index}]`;
      if (action.segments) {
        const message = 'names segments, but staff serve them all; put staff in an action of its own';
        complainPath(context, `${path}.segments`, 'conflict', message);
      }
      // A world that could not be read may state them.
      if (action.staff.agents && file.world && !('operations' in file.world)) {
        const message = 'needs a contact centre; state world.operations';
        complainPath(context, `${path}.staff.agents`, 'missing', message);
      }
    });
  });
  if (needsPay && operations && !('agentCost' in operations)) {
    const message = 'a plan acts on staff, whose pay and replacement count; state agentCost, such as 4500';
    complainPath(context, 'world.operations', 'missing', message);
  }
}
