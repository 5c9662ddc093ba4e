import { notesRun } from '../suites/notes/run.ts';
import { notes } from '../suites/notes/suite.ts';

/** The description of the notes, parsed and compiled. */
export const contract = await notesRun.loadContract();

/** What is handed to the judge beside the evidence. */
export const given = { suite: notes, contract };
