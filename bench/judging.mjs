// SPDX-License-Identifier: Apache-2.0
// The figures of issue 5 for the mathematics of juries: CPU seconds of bench/judging.cpp.
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { median, round, rounds, say } from './measuring.mjs';

export function judging(folder) {
  const measured = (work, part, seconds, megabytes = Infinity) => {
    const runs = Array.from({ length: rounds }, () =>
      execFileSync(path.join(folder, 'judging'), [part], { encoding: 'utf8' }).split(' ').map(Number));
    const took = median(runs.map((run) => run[0]));
    const memory = median(runs.map((run) => run[1]));
    const held = took <= seconds && memory <= megabytes;
    say(work, `${round(took, 2)} CPU-s`, megabytes < Infinity ? `≤ ${seconds} s, ${megabytes} MB` : `≤ ${seconds} s`,
      `${held ? 'held' : 'missed'}; ${round(memory, 0)} MB`);
  };
  measured('results: 200 projects, 100 judges, 1,400 ballots, 1,000 draws', 'results', 1);
  measured('rankings: 200 projects, 100 judges with 14 each, 1,000 draws', 'rankings', 5);
  measured('mixed model: 73,421 ratings of 2,972 judges', 'ratings', 5, 300);
  measured('assignment: 1,000 projects to 300 judges', 'assignment', 2);
}
