// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
// tuf-js behind the command line of signalbox-tuf, so that both can be asked the same.
'use strict';

const fs = require('fs');
const path = require('path');
const { createRequire } = require('module');
const { parseArgs } = require('util');

const peers = createRequire(path.join(process.env.SIGNALBOX_PEERS, 'package.json'));
const { Updater } = peers('tuf-js');

const options = {
  'metadata-url': { type: 'string' },
  'metadata-dir': { type: 'string' },
  'target-name': { type: 'string', multiple: true, default: [] },
  'target-dir': { type: 'string' },
  'target-base-url': { type: 'string' },
};

async function main() {
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const [command, root] = positionals;
  if (command === 'init') {
    fs.copyFileSync(root, path.join(values['metadata-dir'], 'root.json'));
    return;
  }
  const updater = new Updater({
    metadataDir: values['metadata-dir'],
    metadataBaseUrl: values['metadata-url'].replace(/\/$/, ''),
    targetDir: values['target-dir'],
    targetBaseUrl: values['target-base-url']?.replace(/\/$/, ''),
    config: { fetchRetry: false, fetchTimeout: 20000 },
  });
  await updater.refresh();
  if (command !== 'download') return;
  for (const name of values['target-name']) {
    const info = await updater.getTargetInfo(name);
    if (!info) throw new Error(`no role names ${name}`);
    await updater.downloadTarget(info, path.join(values['target-dir'], encodeURIComponent(name)));
  }
}

main().catch((error) => {
  process.stderr.write(`${error.name}: ${error.message}\n`);
  process.exitCode = 1;
});
