import type { TemplateResult } from 'lit';
import type { Model } from '../state/session.ts';

/** One element in one of its states, as the gallery shows it. */
export interface Specimen {
  /** Name of the element, such as `kept-fader`. */
  readonly element: string;
  /** What state it is in. */
  readonly state: string;
  readonly show: (model: Model) => TemplateResult;
}
