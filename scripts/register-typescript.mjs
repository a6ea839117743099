// Loaded by threads that run from the sources: `--import tsx` alone reads no file that is imported later on.
import { register } from 'tsx/esm/api';

register();
