import type { Dimension } from '../core/dimensions.ts';

/**
 * What people call the qualities of a service, and the dimension each belongs to. A file may write either.
 *
 * Source  Parasuraman, Zeithaml & Berry (1985, 1988): competence, courtesy and security make up assurance; access,
 *         communication and understanding the customer make up empathy
 */
export const everydayWords = {
  reliability: 'reliability',
  responsiveness: 'responsiveness',
  assurance: 'assurance',
  empathy: 'empathy',
  tangibles: 'tangibles',
  accessibility: 'empathy',
  safety: 'assurance',
  courtesy: 'assurance',
  consideration: 'empathy',
  communication: 'empathy',
  recognition: 'empathy',
  competence: 'assurance',
} as const satisfies Record<string, Dimension>;

export type EverydayWord = keyof typeof everydayWords;

export const everydayWordList = Object.keys(everydayWords) as readonly EverydayWord[];
