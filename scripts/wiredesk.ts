#!/usr/bin/env node
process.stderr.write('wiredesk: no command yet\n')
process.exitCode = 2
