import { acquire } from '../mechanisms/acquisition.ts';
import { decide } from '../mechanisms/attrition.ts';
import { becomeAware } from '../mechanisms/awareness.ts';
import { voiceComplaints } from '../mechanisms/complaint.ts';
import { answerContacts, feelWaits } from '../mechanisms/contact-centre.ts';
import { deliver } from '../mechanisms/delivery.ts';
import { hearPromise, learn } from '../mechanisms/expectation.ts';
import { meetFailures } from '../mechanisms/failure.ts';
import { judgeFairness } from '../mechanisms/fairness.ts';
import { account } from '../mechanisms/finance.ts';
import { takeServices } from '../mechanisms/growth.ts';
import { honourGuarantee } from '../mechanisms/guarantee.ts';
import { imitate } from '../mechanisms/imitation.ts';
import { listen } from '../mechanisms/listening.ts';
import { adaptReference, respondToPrice } from '../mechanisms/price.ts';
import { judgeLevel, moveCompetitor } from '../mechanisms/price-level.ts';
import { recover } from '../mechanisms/recovery.ts';
import { satisfy } from '../mechanisms/satisfaction.ts';
import { endRelationships } from '../mechanisms/separation.ts';
import { leadStaff, showAttitude } from '../mechanisms/staff.ts';
import type { SegmentState } from '../mechanisms/state.ts';
import type { FirmState } from '../mechanisms/state-firm.ts';
import { updateTrust } from '../mechanisms/trust.ts';
import { adaptUse } from '../mechanisms/usage.ts';
import { comeBack } from '../mechanisms/win-back.ts';
import { hearTalk, spreadTalk } from '../mechanisms/word-of-mouth.ts';

/** One step of the month, run for every segment; `firmWide` steps run once, before. */
export interface Step {
  /** Place in the order of the month; numbers left out belong to mechanisms to come. */
  readonly number: number;
  readonly title: string;
  readonly firmWide?: (firm: FirmState, segments: readonly SegmentState[], month: number) => void;
  readonly run: readonly ((segment: SegmentState, month: number, firm: FirmState) => void)[];
}

/** The month, in order: compare first, learn afterwards. */
export const steps: readonly Step[] = [
  { number: 1, title: 'Actions and events', firmWide: moveCompetitor, run: [hearPromise] },
  { number: 2, title: 'Staff', firmWide: leadStaff, run: [showAttitude] },
  { number: 3, title: 'Contact centre', firmWide: answerContacts, run: [feelWaits] },
  { number: 4, title: 'Delivery', run: [deliver, meetFailures] },
  { number: 5, title: 'Price', run: [respondToPrice, judgeLevel] },
  { number: 6, title: 'Awareness', run: [becomeAware] },
  { number: 7, title: 'Perception and satisfaction', run: [judgeFairness, satisfy] },
  { number: 8, title: 'Complaint and recovery', run: [voiceComplaints, honourGuarantee, recover] },
  { number: 9, title: 'Trust', run: [updateTrust] },
  { number: 10, title: 'Attrition', run: [decide, endRelationships, adaptUse, takeServices] },
  { number: 11, title: 'Word of mouth', firmWide: hearTalk, run: [spreadTalk] },
  { number: 12, title: 'Acquisition', firmWide: imitate, run: [comeBack, acquire] },
  { number: 13, title: 'Learning', run: [learn, adaptReference] },
  { number: 14, title: 'Listening', firmWide: listen, run: [] },
  { number: 15, title: 'Finance', run: [account] },
];
