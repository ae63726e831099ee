// SPDX-License-Identifier: Apache-2.0
// A PostgreSQL of the measurement's own, as durable as it comes (fsync, synchronous_commit), that
// ends with it; and the CPU time of all its processes.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { cpuMilliseconds } from './server.mjs';

export function startPostgres() {
  const folder = mkdtempSync('/tmp/wasl-bench-pg-');
  const bin = execFileSync('pg_config', ['--bindir']).toString().trim();
  // It refuses to run as root; in a container measurements often do.
  const as = process.getuid() === 0 ? ['runuser', '-u', 'postgres', '--'] : ['env'];
  if (process.getuid() === 0) execFileSync('chown', ['postgres', folder]);
  const run = (program, ...words) => execFileSync(as[0], [...as.slice(1), path.join(bin, program), '-D', path.join(folder, 'data'), ...words], { cwd: folder, stdio: 'ignore' });
  run('initdb', '-U', 'wasl', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8');
  run('pg_ctl', '-w', '-l', path.join(folder, 'log'), '-o',
    `-c listen_addresses='' -c unix_socket_directories='${folder}' -c shared_buffers=256MB -c max_connections=200`, 'start');
  const keeper = Number(readFileSync(path.join(folder, 'data/postmaster.pid'), 'utf8').split('\n')[0]);
  const processes = () => readFileSync(`/proc/${keeper}/task/${keeper}/children`, 'utf8').trim().split(' ').map(Number);
  const spent = new Map();
  return {
    url: `postgresql:///postgres?user=wasl&host=${folder}`,
    // A pool keeps its connections; what cleans up behind them comes and goes, and still counts.
    cpu() {
      for (const pid of processes()) {
        try {
          spent.set(pid, cpuMilliseconds(pid));
        } catch {
          // It ended meanwhile.
        }
      }
      return [...spent.values()].reduce((sum, one) => sum + one, 0);
    },
    commits() {
      const sql = "select pg_stat_clear_snapshot(); select xact_commit from pg_stat_database where datname = 'postgres'";
      return Number(execFileSync('psql', ['-U', 'wasl', '-h', folder, '-Atqc', sql, 'postgres']).toString().trim().split('\n').at(-1));
    },
    stop() {
      run('pg_ctl', '-m', 'immediate', 'stop');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
