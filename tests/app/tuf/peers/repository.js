// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Writes the repository that @tufjs/repo-mock makes: FOLDER/metadata/ and FOLDER/targets/ with one target.
'use strict';

const fs = require('fs');
const path = require('path');
const { createRequire } = require('module');

const peers = createRequire(path.join(process.env.SIGNALBOX_PEERS, 'package.json'));
const { initializeTUFRepo, tufHandlers } = peers('@tufjs/repo-mock');

const folder = process.argv[2];
const made = initializeTUFRepo([{ name: 'release.json', content: 'a manifest\n' }]);
for (const handler of tufHandlers(made, {})) {
  const answer = handler.fn();
  if (answer.statusCode !== 200) continue;
  const file = path.join(folder, handler.path);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, answer.response);
}
