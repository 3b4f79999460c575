import { ENGINES } from '../engines.js';
import { engineContract } from './engine-contract.js';

for (const { name, open } of ENGINES) engineContract(name, open);
