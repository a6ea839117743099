/** Version of the engine; results carry it, since a later one may give other numbers. */
export const engineVersion = '0.1.0';
