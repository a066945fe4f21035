// The page of a chapter, alive: progress as one reads, live figures when they come near, everything open on paper.
import { openForPrint } from './open-for-print.ts';
import { followReading } from './follow-reading.ts';
import { settleScrollables } from './scrollables.ts';

followReading(document);
settleScrollables(document);
openForPrint(window);
