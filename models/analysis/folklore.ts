/** A figure that is often quoted and that no part of the simulator rests on. */
export interface Folklore {
  readonly claim: string;
  /**
   * `unverified`: no source was found. `arithmetic`: a sum somebody did, not something anybody saw.
   * `misapplied`: found, but for something else than it is quoted for.
   */
  readonly standing: 'unverified' | 'arithmetic' | 'misapplied';
  readonly source: string;
  readonly found: string;
  readonly instead: string;
}

/** Told with every explanation of a scenario, so that nobody looks for these figures in it. */
export const folklore: readonly Folklore[] = [
  {
    claim: 'Five points more retention raise profit by 25 % to 95 %',
    standing: 'arithmetic',
    source: 'Reichheld & Sasser (1990); Reichheld (1996)',
    found:
      'The value of one customer whose stay is made longer on paper: halving defection from 10 % doubles the stay. With a constant margin, five points from 60 to 90 % at 10 to 16 % discount are worth +19 % to +41 % of a customer, not of a year’s profit',
    instead: 'Who stays longer is simulated month by month, with what keeping them costs',
  },
  {
    claim: '5 to 10 % more retention raise profit by 75 %',
    standing: 'unverified',
    source: 'said to be Wharton’s; no text found',
    found: 'Nearest is "up to 75 %" of one customer’s lifetime value, credited to Reichheld',
    instead: 'As above',
  },
  {
    claim: 'Winning a customer costs five times what keeping one costs',
    standing: 'unverified',
    source: 'no origin found; "5 to 25 times, depending on the study"',
    found: 'What keeping a customer costs depends on what is done, and for whom',
    instead: 'The cost of a newcomer is the segment’s acquisitionCost; keeping costs what the plan says',
  },
  {
    claim: 'Customers answer a price rise with an elasticity of −2.6',
    standing: 'misapplied',
    source: 'Bijmolt, van Heerde & Pieters (2005)',
    found:
      'The mean for sales of brands on a shelf. Subscribers lost within a quarter of public price rises of 10 to 60 % come to −0.02 to −0.25',
    instead: 'Leaving follows priceResponse, scored on public price rises; sign-ups have their own response',
  },
  {
    claim: 'A customer who had a failure put right is more loyal than one who had none',
    standing: 'misapplied',
    source: 'de Matos, Henrique & Rossi (2007)',
    found: 'Holds for satisfaction after one fine recovery; not for buying again or recommending',
    instead: 'A failure never makes anybody stay longer than none would have',
  },
];
