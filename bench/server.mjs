// SPDX-License-Identifier: Apache-2.0
// A served house under measurement: its processes' CPU time and memory, read from /proc.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';

const ticks = 100; // of /proc/PID/stat, per second

export function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

// The scheduler counts in nanoseconds; /proc/PID/stat only in hundredths of a second.
export function cpuMilliseconds(pid) {
  try {
    let total = 0;
    const { readdirSync } = process.getBuiltinModule('node:fs');
    for (const thread of readdirSync(`/proc/${pid}/task`))
      total += Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]);
    if (total > 0) return total / 1e6;
  } catch {
    // No schedstat in this kernel.
  }
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / ticks;
}

export function cpuOfChildren(pid) {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ');
  return children.reduce((sum, child) => sum + cpuMilliseconds(child), 0);
}

export function memoryMegabytes(pid) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const of = (name) => Number(status.match(new RegExp(`${name}:\\s+(\\d+)`))[1]) / 1024;
  return { all: of('VmRSS'), own: of('RssAnon') };
}

export async function serve(data, extra = {}) {
  const port = await freePort();
  const started = process.hrtime.bigint();
  const child = spawn('build/release/app/wasl', ['serve'], {
    env: { ...process.env, WASL_DATA: data, WASL_PORT: String(port), WASL_HTTP_TRUSTED_PROXIES: '127.0.0.1',
      WASL_PEOPLE_OFFICER_TOTP: 'false', ...extra },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const url = `http://127.0.0.1:${port}`;
  for (;;) {
    if (child.exitCode !== null) throw new Error('wasl did not start');
    try {
      if ((await fetch(`${url}/readyz`)).ok) break;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  }
  const startedIn = Number(process.hrtime.bigint() - started) / 1e6;
  return {
    url, port, startedIn, pid: child.pid, cpu: () => cpuMilliseconds(child.pid),
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
    },
  };
}
