<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>ActivityPage</name>
    <message>
        <source>What was done</source>
        <comment>accessible name</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything that anyone did, newest first. Each entry is chained to the one before, so that none can be taken away unseen. Enter opens what an entry is about.</source>
        <comment>activity</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 shown of %2 – more come as you scroll</source>
        <comment>number of rows</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ApprovalDialog</name>
    <message>
        <source>Approve a release</source>
        <comment>dialog</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refuse a release</source>
        <comment>dialog</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approve %1?</source>
        <comment>dialog</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refuse %1?</source>
        <comment>dialog</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With this, rollouts of it can be started. Your word is bound to the digest below and recorded with your name; any change of the release voids it.</source>
        <comment>dialog</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It goes back to its author as a draft, with your comment.</source>
        <comment>dialog</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digest</source>
        <comment>release</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packages</source>
        <comment>release</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is new</source>
        <comment>release</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By</source>
        <comment>release</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment</source>
        <comment>dialog</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment (may stay empty)</source>
        <comment>dialog</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What must change?</source>
        <comment>dialog</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have looked at what this is</source>
        <comment>dialog</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Approve</source>
        <comment>button</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Refuse</source>
        <comment>button</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2, %3, %4</source>
        <comment>package: platform, file, size, kind</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>    restarts with: %1</source>
        <comment>recipe</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>    is checked with: %1</source>
        <comment>recipe</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none yet</source>
        <comment>packages</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first release of this product that is to be approved.</source>
        <comment>difference</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: new, %2</source>
        <comment>platform, size</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: other files, %2 (was %3)</source>
        <comment>platform, sizes</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the same files</source>
        <comment>platform</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: another recipe</source>
        <comment>platform</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: no package any more</source>
        <comment>platform</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Against %1:</source>
        <comment>difference, a release</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ApprovalsPage</name>
    <message>
        <source>Nothing waits for approval</source>
        <comment>empty state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Releases appear here when someone asks for approval. Until one is approved it cannot go out.</source>
        <comment>empty state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to releases</source>
        <comment>empty state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is new</source>
        <comment>release</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(nothing was written)</source>
        <comment>release notes</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What changed</source>
        <comment>release</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packages</source>
        <comment>release</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digest</source>
        <comment>release</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked by</source>
        <comment>release</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>name, time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approve …</source>
        <comment>button</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approve %1</source>
        <comment>accessible name</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refuse …</source>
        <comment>button</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refuse %1</source>
        <comment>accessible name</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AuditModel</name>
    <message>
        <source>When</source>
        <comment>column</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who</source>
        <comment>column</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <comment>column</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
        <comment>column</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <comment>column</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Commands</source>
        <comment>command palette</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command</source>
        <comment>command palette</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What do you want to do, or where to go?</source>
        <comment>command palette</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands found</source>
        <comment>command palette</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1   –   %2</source>
        <comment>command, where</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConnectDialog</name>
    <message>
        <source>Connect to a manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address of the manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>manager.example:8444</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where is the manager?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask whoever runs it for the address of its door for consoles, and for its fingerprint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fingerprint that the manager shows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fingerprint you were given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste the fingerprint you were given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have compared it by eye, &amp;all of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have compared it by eye, all of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is the &amp;same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is it really that manager?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent yet. The manager shows it under Settings, and signalboxctl status prints it. If it differs, someone is in between: go no further.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With &amp;name and password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With name and password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With an API &amp;token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With an API token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep it in this computer&apos;s keychain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it in this computer&apos;s keychain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Na&amp;me:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Password:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T&amp;oken:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Log in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who are you?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you enter goes to that manager alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its fingerprint is not the one of before. It was set up anew, or another one answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is another fingerprint. Do not go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer has no keychain that Signalbox can use, so it asks each time. Nothing secret is written to a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was kept in the keychain does not let you in any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log in to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logging in …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are in. This computer has no keychain that Signalbox can use, so the next start asks again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The manager does not let you in: name, password or token is wrong.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Console</name>
    <message>
        <source>“%1” cannot be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signalbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signalbox: demo fleet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Controls</name>
    <message>
        <source>Confirmation</source>
        <comment>of a question</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type %1 to go on</source>
        <comment>confirmation</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DataTable</name>
    <message>
        <source>Copy rows</source>
        <comment>table</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DisplayText</name>
    <message>
        <source>%1 %</source>
        <comment>percentage</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>duration</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>duration</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h</source>
        <comment>duration</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 min</source>
        <comment>duration, hours first</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 d</source>
        <comment>duration in days</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 UTC</source>
        <comment>time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in %1</source>
        <comment>time until</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ago</source>
        <comment>time since</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Donut</name>
    <message>
        <source>%1: %2</source>
        <comment>name of a part, its count</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>A bug in Signalbox: nothing was answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something in what was entered is not written as it must be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is larger than what is allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not there, or not any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is one of that name already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A value is not one that is possible here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That cannot be done in the state it is in now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The manager did not answer in time. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your role does not allow that. Ask an administrator of this manager.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The manager is busy. Try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data does not verify: it was changed or damaged on the way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This version of the manager does not support that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A program that was started for it failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The manager cannot be reached. Is it running, and is the network there?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate is not the manager&apos;s. Nothing was sent. Someone may be in between, or the manager was set up anew: compare its fingerprint and connect again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The manager answered what this console does not understand. Are both of the same version?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FailuresPage</name>
    <message>
        <source>Failures by rollout and cause</source>
        <comment>accessible name</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cause</source>
        <comment>column</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terminals</source>
        <comment>column</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last seen</source>
        <comment>column</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First seen</source>
        <comment>column</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing failed</source>
        <comment>empty state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No rollout that runs or is paused has a failure. What ended earlier is on the page Rollouts.</source>
        <comment>empty state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to rollouts</source>
        <comment>empty state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Try again …</source>
        <comment>failures</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open the rollout</source>
        <comment>failures</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terminals that failed</source>
        <comment>accessible name</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the failed have in common</source>
        <comment>failures</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terminals (Enter opens one)</source>
        <comment>failures</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No cause chosen</source>
        <comment>failures</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rollout</source>
        <comment>failures</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Came out as</source>
        <comment>failures</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terminals</source>
        <comment>failures</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Said</source>
        <comment>failures</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last line</source>
        <comment>failures, of a log</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what failed terminals have in common, its value</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 that ended failed</source>
        <comment>suspect</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing stands out</source>
        <comment>suspects</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Try %n terminal(s) again?</source>
        <comment>question</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Each deployment of “%1” that failed with “%2” begins anew, although the release failed there before.</source>
        <comment>question</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <comment>button</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try “%1” again in %2</source>
        <comment>task: cause, rollout</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterEdit</name>
    <message>
        <source>All terminals; or a filter: tag.site==berlin;installed.kiosk=lt=2.4</source>
        <comment>filter</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with == != =lt= =le= =gt= =ge= =in=(a,b) =out=(a,b). Join with ; (and) or , (or). * stands for anything in == and !=.
Fields: name, controllerId, platform, cluster, lastContact, tag.…, attribute.…, installed.…</source>
        <comment>filter</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected here: %1</source>
        <comment>filter</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n terminal(s) match</source>
        <comment>filter</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>Welcome to Signalbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The manager runs, but it cannot be reached by that address from here. Choose another, or let it through this computer&apos;s firewall.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on anyway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Manage from this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A manager is started here and goes on when this window is closed. Nothing to set up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Connect to a manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One that runs on a server or on a colleague&apos;s computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Try it with a demo fleet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nodes, terminals and rollouts to play with, on this computer. Gone in one click.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where is the manager?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The manager decides which terminal gets what, from where, and when. This window shows it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address of this computer for terminals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Address that terminals and nodes will reach:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A host name or a numeric address, without a port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only programs on this computer can reach that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It will stand in the manager&apos;s certificate and in join codes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Start the manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step 1 of 2: how is this computer reached?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terminals and nodes will come to the manager by this address. It is tested before you go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step 2 of 2: let the first ones join</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each command is good for one machine and for a day. They appear here as they join; you can also do this later, on the pages Nodes and Terminals.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting the manager …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Testing whether terminals can come in …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program answers at that address. Choose another.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GroupRetry</name>
    <message>
        <source>Stopped after %1</source>
        <comment>retry</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n deployment(s) begun anew</source>
        <comment>retry</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 begun anew, %2 refused</source>
        <comment>retry</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>retry</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source> s</source>
        <comment>seconds, after a number</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a release</source>
        <comment>dialog</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Product</source>
        <comment>import</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <comment>import</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Platform</source>
        <comment>import</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>linux-amd64: what the terminals say of themselves</source>
        <comment>import</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel</source>
        <comment>import</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is new</source>
        <comment>import</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for approval at once</source>
        <comment>import</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File or folder</source>
        <comment>import</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Product</source>
        <comment>import</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Version</source>
        <comment>import</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P&amp;latform</source>
        <comment>import</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Channel</source>
        <comment>import</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;What is new</source>
        <comment>import</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <comment>button</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File or folder</source>
        <comment>import</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose what terminals shall run</source>
        <comment>import</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;ile …</source>
        <comment>button</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;older …</source>
        <comment>button</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command that restarts it</source>
        <comment>recipe</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>/usr/bin/systemctl restart kiosk</source>
        <comment>recipe, an example</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time for the restart</source>
        <comment>recipe</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command that checks that it runs</source>
        <comment>recipe</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>./bin/kiosk --self-test</source>
        <comment>recipe, an example</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time for the check</source>
        <comment>recipe</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User whom commands run as</source>
        <comment>recipe</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the agent&apos;s own user</source>
        <comment>recipe</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Read from a file …</source>
        <comment>button</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipe: how it is started and checked</source>
        <comment>import</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Restart with</source>
        <comment>recipe</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check &amp;with</source>
        <comment>recipe</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As &amp;user</source>
        <comment>recipe</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the check fails, the terminal goes back to the version before by itself. Without a check the switch alone decides.</source>
        <comment>recipe</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a package</source>
        <comment>dialog</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packages (*.tar *.tar.* *.tgz *.swu *.raucb *.mender)</source>
        <comment>dialog</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <comment>dialog</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <comment>dialog</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder: it is packed, and terminals switch to it as a whole.</source>
        <comment>import</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An archive: terminals unpack it and switch to it as a whole.</source>
        <comment>import</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An image: it goes as it is to clients that install it by themselves.</source>
        <comment>import</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A package of the system&apos;s installer (.deb, .rpm, .msi, .apk). Terminals cannot install these yet: unpack it into a folder and import that.</source>
        <comment>import</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is neither an archive nor an image that terminals can install.</source>
        <comment>import</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <comment>import</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a recipe</source>
        <comment>dialog</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipes (*.toml)</source>
        <comment>dialog</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recipe was not read</source>
        <comment>error</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file or a folder first</source>
        <comment>import</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be imported</source>
        <comment>import</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Product, version and platform must be there</source>
        <comment>import</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JoinCodeDialog</name>
    <message>
        <source>Add nodes</source>
        <comment>dialog</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add terminals</source>
        <comment>dialog</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cluster</source>
        <comment>join codes</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of codes</source>
        <comment>join codes</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terminals for each code</source>
        <comment>join codes</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valid for</source>
        <comment>join codes</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> h</source>
        <comment>hours, after a number</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each must be let in by an administrator</source>
        <comment>join codes</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Make codes</source>
        <comment>button</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy commands</source>
        <comment>button</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands to run</source>
        <comment>join codes</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The commands to run on the machine that becomes a node appear here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The commands to run on each terminal appear here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A code carries the manager&apos;s address and the fingerprint of its certificate: nothing else has to be typed or trusted. Whoever has it may join, so send it as you would a password.</source>
        <comment>join codes</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valid until %1. The codes are shown only here and only now.</source>
        <comment>join codes</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JoinPanel</name>
    <message>
        <source>A download node</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste this on the machine that will hand out packages. Any Linux machine with Signalbox&apos;s node program will do, this one too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A terminal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste this on the first machine that is to be upgraded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>making a join code …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the command: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody has joined yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 has joined (%n node(s) in all)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 has joined (%n terminal(s) in all)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Signalbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Age of the data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find terminals</source>
        <comment>global search</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find terminals by name or id</source>
        <comment>global search</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+F</source>
        <comment>shortcut of the global search</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands</source>
        <comment>button</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything by keyboard: Ctrl+K</source>
        <comment>tool tip</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to %1</source>
        <comment>command palette, a page</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the task log</source>
        <comment>command palette</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find terminals “%1”</source>
        <comment>command palette</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no manager</source>
        <comment>age of the data</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connecting …</source>
        <comment>age of the data</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>live</source>
        <comment>age of the data</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s old</source>
        <comment>age of the data</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disconnected since %1</source>
        <comment>age of the data</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused by the manager</source>
        <comment>age of the data</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting … %1</source>
        <comment>banner</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to the manager is interrupted; what you see may be out of date. Signalbox tries again by itself. %1</source>
        <comment>banner</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The manager cannot be used. %1</source>
        <comment>banner</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect again …</source>
        <comment>banner</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ManagerBanner</name>
    <message>
        <source>What the console says of its manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo fleet is starting …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Demo fleet: nodes and terminals join, releases and rollouts appear. Nothing here is real.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Demo fleet: simulated terminals on this computer. Try anything, nothing here is real.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo fleet is being removed …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo fleet failed. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The manager on this computer is starting …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The manager on this computer is being stopped …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The manager on this computer ended unexpectedly and is started again. Nothing that it answered is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The manager on this computer cannot run. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ManagerButton</name>
    <message>
        <source>Manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The manager on &amp;this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Connect to a manager …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let a node or terminal &amp;join …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the &amp;demo fleet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;End the demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stop the manager on this computer …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop it &amp;when the console ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rollouts stand still until it is started again: terminals get no permits and nodes no packages. Nothing is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Forget this manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer</source>
        <comment>the manager&apos;s place</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Demo fleet</source>
        <comment>the manager&apos;s place</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manager: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NodeModel</name>
    <message>
        <source>Node</source>
        <comment>column</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cluster</source>
        <comment>column</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact</source>
        <comment>column</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies</source>
        <comment>column</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <comment>column</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known yet</source>
        <comment>contact of a node</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Online</source>
        <comment>contact of a node</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline</source>
        <comment>contact of a node</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to hold</source>
        <comment>copies of a node</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All %1 proven</source>
        <comment>copies of a node</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 proven</source>
        <comment>copies of a node</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NodesPage</name>
    <message>
        <source>no nodes</source>
        <comment>cluster</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>all in sync, %n node(s)</source>
        <comment>cluster</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 nodes in sync</source>
        <comment>cluster</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nodes</source>
        <comment>accessible name</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No nodes yet</source>
        <comment>empty state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nodes keep packages near the terminals and serve them. A rollout needs at least one: a machine that terminals reach, with some disk space.</source>
        <comment>empty state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add nodes …</source>
        <comment>empty state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add nodes …</source>
        <comment>button</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New &amp;cluster …</source>
        <comment>button</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clusters</source>
        <comment>nodes</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add nodes …</source>
        <comment>action</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove node …</source>
        <comment>button</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies on the node</source>
        <comment>accessible name</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Release</source>
        <comment>column</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <comment>column</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <comment>column</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies</source>
        <comment>node</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>name of a cluster, its state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No node chosen</source>
        <comment>nodes</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact</source>
        <comment>node</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last seen</source>
        <comment>node</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cluster</source>
        <comment>node</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <comment>node</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Joined</source>
        <comment>node</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>#%1</source>
        <comment>number of a release</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>bytes</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, since %2</source>
        <comment>details, a time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New cluster</source>
        <comment>dialog</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the site or region whose nodes serve its terminals</source>
        <comment>dialog</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make cluster</source>
        <comment>dialog</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cluster was not made</source>
        <comment>error</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <comment>question</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terminals are no longer sent to it and no package is sent there. Its machine keeps what is on its disk. To come back it must join anew.</source>
        <comment>question</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove node</source>
        <comment>button</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The node was not removed</source>
        <comment>error</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Notifier</name>
    <message numerus="yes">
        <source>%n terminal(s) failed</source>
        <comment>notification</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>A rollout was paused by its breaker</source>
        <comment>notification</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A release waits for approval</source>
        <comment>notification</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>terminals</source>
        <comment>overview, below a number</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nodes</source>
        <comment>overview, below a number</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rollouts under way</source>
        <comment>overview, below a number</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running now</source>
        <comment>overview</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits for you</source>
        <comment>overview</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Versions on the terminals</source>
        <comment>overview</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>overview</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nodes</source>
        <comment>overview</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Product</source>
        <comment>overview</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No terminal runs a product of yours yet.</source>
        <comment>overview</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other or none</source>
        <comment>versions</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a count, what of</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, begins %2</source>
        <comment>state, time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>state, counts</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <comment>between counts</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>rollout, state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1: %n terminal(s) failed</source>
        <comment>rollout</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No rollout is under way.</source>
        <comment>overview</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing failed in what runs now.</source>
        <comment>overview</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approve %1 %2</source>
        <comment>product, version</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decide about %1: it is paused</source>
        <comment>rollout</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start or delete the draft %1</source>
        <comment>rollout</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the gate of %1</source>
        <comment>rollout</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n terminal(s) ask to join</source>
        <comment>overview</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing. Enjoy it.</source>
        <comment>overview</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is offline since %2</source>
        <comment>node, time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1: %n copy(ies) not proven yet</source>
        <comment>node</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Add the first node</source>
        <comment>overview</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All are online and in sync.</source>
        <comment>overview</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <comment>lines of the overview</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PhaseEditor</name>
    <message>
        <source>Pattern of phases</source>
        <comment>accessible name</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A pilot of 10 %, then all</source>
        <comment>pattern of phases</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>5 %, 25 %, then all</source>
        <comment>pattern of phases</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All at once</source>
        <comment>pattern of phases</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phases</source>
        <comment>accessible name</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phase</source>
        <comment>column</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <comment>column</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of</source>
        <comment>column, unit of the size</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Must succeed</source>
        <comment>column</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then wait</source>
        <comment>column</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gate</source>
        <comment>column</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add phase</source>
        <comment>button</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove phase</source>
        <comment>button</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all</source>
        <comment>name of a phase</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pilot</source>
        <comment>name of a phase</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quarter</source>
        <comment>name of a phase</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the phase</source>
        <comment>accessible name</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the phase</source>
        <comment>accessible name</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit of the size</source>
        <comment>accessible name</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>% of all</source>
        <comment>size of a phase</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>terminals</source>
        <comment>size of a phase</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share that must succeed</source>
        <comment>accessible name</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> %</source>
        <comment>percent, after a number</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait before the next phase</source>
        <comment>accessible name</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> min</source>
        <comment>minutes, after a number</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opened by hand</source>
        <comment>gate of a phase</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gate is opened by hand</source>
        <comment>accessible name</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>phase %1</source>
        <comment>name of a phase</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the rest</source>
        <comment>size of the last phase</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PhaseLadder</name>
    <message>
        <source>the rest</source>
        <comment>size of a phase</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n terminal(s)</source>
        <comment>size of a phase</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Gate: %1 must succeed</source>
        <comment>gate of a phase</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, then %2 pass</source>
        <comment>gate, a duration</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; opened by hand</source>
        <comment>gate</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, then someone opens it</source>
        <comment>gate</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. Reached %2</source>
        <comment>gate, a time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not begun</source>
        <comment>phase</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passed</source>
        <comment>phase</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits for you to open its gate</source>
        <comment>phase</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phases</source>
        <comment>accessible name</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <comment>sync gate</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed</source>
        <comment>sync gate</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not begun</source>
        <comment>sync gate</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packages on the nodes</source>
        <comment>ladder</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>copies proven</source>
        <comment>ladder</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>copies missing</source>
        <comment>ladder</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync gate: terminals are offered nothing before enough nodes have proven their copies</source>
        <comment>ladder</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. %2 – %3</source>
        <comment>number, name and size of a phase</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReleaseImport</name>
    <message>
        <source>Packing the folder …</source>
        <comment>import</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending …</source>
        <comment>import</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interrupted, goes on by itself. %1</source>
        <comment>import</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>bytes sent</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2/s, %3 left</source>
        <comment>bytes sent, rate, time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the release …</source>
        <comment>import</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 is there</source>
        <comment>product, version</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed</source>
        <comment>import</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReleaseModel</name>
    <message>
        <source>Product</source>
        <comment>column</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <comment>column</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <comment>column</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Platforms</source>
        <comment>column</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <comment>column</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created</source>
        <comment>column</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>product, version</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>name of a release, its channel</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReleaseView</name>
    <message>
        <source>Import a package for it next.</source>
        <comment>release</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for approval next; it can be changed until then.</source>
        <comment>release</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An approver must look at it before it can go out.</source>
        <comment>release</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It can go out: plan a rollout.</source>
        <comment>release</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is on nodes, and rollouts use it.</source>
        <comment>release</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is offered to nobody any more.</source>
        <comment>release</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What people said</source>
        <comment>release</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No release chosen</source>
        <comment>release</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a release in the table to see what is in it, or drop a file or folder here to import one.</source>
        <comment>release</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Ask for approval</source>
        <comment>release</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A&amp;pprove …</source>
        <comment>release</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Refuse …</source>
        <comment>release</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Plan a rollout …</source>
        <comment>release</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Withdraw …</source>
        <comment>release</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delete …</source>
        <comment>release</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>state of a release, what is next</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel</source>
        <comment>release</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created</source>
        <comment>release</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <comment>time, name</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is new</source>
        <comment>release</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packages</source>
        <comment>release</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digest</source>
        <comment>release</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ %1 approved it %2</source>
        <comment>who, when</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✗ %1 refused it %2</source>
        <comment>who, when</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(of what it was then; it was changed since)</source>
        <comment>approval</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was not given to review</source>
        <comment>error</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdraw %1?</source>
        <comment>question</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is offered to no terminal any more, no further permit is given, and nodes drop it after a while. Terminals that run it keep it. This cannot be taken back.</source>
        <comment>question</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdraw release</source>
        <comment>button</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The release was not withdrawn</source>
        <comment>error</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <comment>question</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The draft goes with its packages. Nobody was offered it.</source>
        <comment>question</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete draft</source>
        <comment>button</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The draft was not deleted</source>
        <comment>error</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReleasesPage</name>
    <message>
        <source>Releases</source>
        <comment>accessible name</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No releases yet</source>
        <comment>empty state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a folder, an archive or an image here: it becomes a release that people approve and that rollouts take to terminals.</source>
        <comment>empty state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a release …</source>
        <comment>empty state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Import a release …</source>
        <comment>button</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>or drop a file or folder on this page</source>
        <comment>releases</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a release …</source>
        <comment>action</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import %1 %2 for %3</source>
        <comment>product, version, platform</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The import failed. %1</source>
        <comment>error</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RolloutModel</name>
    <message>
        <source>Terminal</source>
        <comment>column</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <comment>column</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phase</source>
        <comment>column</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since</source>
        <comment>column</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <comment>column</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RolloutView</name>
    <message>
        <source>Parts of the rollout</source>
        <comment>accessible name</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ladder</source>
        <comment>tab</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terminals</source>
        <comment>tab</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan</source>
        <comment>tab</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No rollout chosen</source>
        <comment>rollout view</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a rollout in the table to see its phases, its terminals and what can be done.</source>
        <comment>rollout view</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Start …</source>
        <comment>rollout</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;gate …</source>
        <comment>rollout</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <comment>rollout</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No further terminal is let install; at once. Ctrl+P</source>
        <comment>tool tip</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Resume …</source>
        <comment>rollout</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;top …</source>
        <comment>rollout</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delete …</source>
        <comment>rollout</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Failures</source>
        <comment>rollout</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which terminals of the rollout</source>
        <comment>accessible name</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All terminals</source>
        <comment>filter</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed or rolled back</source>
        <comment>filter</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Under way</source>
        <comment>filter</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <comment>filter</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Succeeded</source>
        <comment>filter</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused, cancelled, superseded</source>
        <comment>filter</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terminals of the rollout</source>
        <comment>accessible name</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>name of a rollout, its release</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused by the breaker</source>
        <comment>rollout</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing happens before you start it.</source>
        <comment>rollout</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packages go to the nodes %1 (%2).</source>
        <comment>rollout, a time from now, the time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n permit(s) are out and cannot be recalled.</source>
        <comment>rollout</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>off</source>
        <comment>breaker</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>above %1 failures or %2</source>
        <comment>breaker; 0 is off</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audience</source>
        <comment>plan</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every terminal</source>
        <comment>audience</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terminals</source>
        <comment>plan</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packages go out</source>
        <comment>plan</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at once</source>
        <comment>plan</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terminals may install</source>
        <comment>plan</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as soon as they have it</source>
        <comment>plan</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pauses itself</source>
        <comment>plan</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tries</source>
        <comment>plan</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 more after the first, %2 later</source>
        <comment>plan</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Priority</source>
        <comment>plan</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Permit holds</source>
        <comment>plan</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Silent for</source>
        <comment>plan</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 counts as failed</source>
        <comment>plan</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window</source>
        <comment>plan</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from %1 for %2 %3</source>
        <comment>window</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deadline</source>
        <comment>plan</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created</source>
        <comment>plan</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <comment>time, name</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started</source>
        <comment>plan</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended</source>
        <comment>plan</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n terminal(s)</source>
        <comment>audience</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Start “%1”?</source>
        <comment>question</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 goes to %2. Packages go to the nodes %3; terminals may install %4.</source>
        <comment>question: release, audience, times</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at %1</source>
        <comment>time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at once</source>
        <comment>time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from %1</source>
        <comment>time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as soon as they have it</source>
        <comment>time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start rollout</source>
        <comment>button</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rollout was not started</source>
        <comment>error</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rollout was not paused</source>
        <comment>error</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume “%1”?</source>
        <comment>question</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The breaker paused it. Resuming accepts the failures so far: the breaker counts from here, and further terminals install this release.</source>
        <comment>question</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Further terminals may install this release.</source>
        <comment>question</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume rollout</source>
        <comment>button</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rollout was not resumed</source>
        <comment>error</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop “%1” for good?</source>
        <comment>question</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>No further terminal gets this release from this rollout, and it cannot be started again. Terminals that have installed it keep it; %n permit(s) are out and cannot be recalled.</source>
        <comment>question</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Stop rollout</source>
        <comment>button</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rollout was not stopped</source>
        <comment>error</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the gate to “%1”?</source>
        <comment>question, a phase</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more terminal(s) may install once the share of this phase is reached.</source>
        <comment>question</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Open gate</source>
        <comment>button</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gate was not opened</source>
        <comment>error</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the draft “%1”?</source>
        <comment>question</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plan goes; no terminal has been told of it.</source>
        <comment>question</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete draft</source>
        <comment>button</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The draft was not deleted</source>
        <comment>error</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RolloutWizard</name>
    <message>
        <source>Plan a rollout</source>
        <comment>dialog</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Create rollout</source>
        <comment>button</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <comment>step</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which release goes out, and what people call this rollout.</source>
        <comment>step</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Release</source>
        <comment>wizard</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the rollout</source>
        <comment>wizard</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Release</source>
        <comment>wizard</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <comment>wizard</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who</source>
        <comment>step</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which terminals get it. Those that match when it starts are its audience.</source>
        <comment>step</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audience</source>
        <comment>wizard</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counting …</source>
        <comment>audience</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Audience</source>
        <comment>wizard</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it empty for every terminal. Examples:
tag.site==berlin   terminals with the tag site=berlin
installed.kiosk=lt=2.4   that run an older kiosk than 2.4
tag.kind==till;platform==linux-amd64   both must hold</source>
        <comment>audience</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n terminal(s) get it</source>
        <comment>audience</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The filter is not right yet</source>
        <comment>audience</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <comment>step</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times are of this computer (%1).</source>
        <comment>step</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packages go to the nodes not before</source>
        <comment>wizard</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issue time</source>
        <comment>wizard</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terminals install not before</source>
        <comment>wizard</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update time</source>
        <comment>wizard</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only at night: 22:00 to 05:00 in each terminal&apos;s own time zone</source>
        <comment>wizard</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only at night</source>
        <comment>wizard</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The user of each terminal must confirm first</source>
        <comment>wizard</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terminals download as soon as enough nodes have the packages, and hold them until they may install.</source>
        <comment>wizard</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How</source>
        <comment>step</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A few terminals first; the next phase begins when the one before went well.</source>
        <comment>step</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause above this share of failures</source>
        <comment>wizard</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> %</source>
        <comment>percent, after a number</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <comment>breaker</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause above this many failures</source>
        <comment>wizard</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempts after the first</source>
        <comment>wizard</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Priority</source>
        <comment>wizard</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of several rollouts that want one terminal the highest goes first</source>
        <comment>tool tip</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause itself above</source>
        <comment>wizard</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>or above this many failures</source>
        <comment>wizard</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look it over</source>
        <comment>step</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is what will happen.</source>
        <comment>step</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start it at once</source>
        <comment>wizard</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without this it stays a draft: nothing happens before you start it.</source>
        <comment>wizard</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 (%3) – %4</source>
        <comment>product, version, channel, state of a release</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no release yet. Import one on the page Releases first.</source>
        <comment>wizard</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>product, version</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not approved yet: the rollout can be planned, and started once it is.</source>
        <comment>wizard</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the rest</source>
        <comment>a phase</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a phase, its share</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 terminals</source>
        <comment>a phase, how many</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <comment>plan</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Release</source>
        <comment>plan</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audience</source>
        <comment>plan</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every terminal</source>
        <comment>audience</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terminals now</source>
        <comment>plan</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packages go out</source>
        <comment>plan</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at once</source>
        <comment>plan</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terminals install</source>
        <comment>plan</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from %1</source>
        <comment>time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as soon as they have it</source>
        <comment>plan</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Windows</source>
        <comment>plan</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nights, 22:00 to 05:00</source>
        <comment>plan</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any time</source>
        <comment>plan</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phases</source>
        <comment>plan</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pauses itself above</source>
        <comment>plan</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 failures, %2</source>
        <comment>breaker: share, count</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rollout was created but not started</source>
        <comment>error</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RolloutsPage</name>
    <message>
        <source>Rollouts</source>
        <comment>accessible name</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No rollouts yet</source>
        <comment>empty state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A rollout takes an approved release to the terminals that you choose: phase by phase, at the time that you set, and it pauses itself when too much fails.</source>
        <comment>empty state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan a rollout …</source>
        <comment>empty state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Plan a rollout …</source>
        <comment>button</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan a rollout …</source>
        <comment>action</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the chosen rollout …</source>
        <comment>action</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause the chosen rollout</source>
        <comment>action</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume the chosen rollout …</source>
        <comment>action</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the chosen rollout …</source>
        <comment>action</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StackedBar</name>
    <message>
        <source>%1 %2</source>
        <comment>a count, what of</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <comment>between counts</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>succeeded</source>
        <comment>terminals of a phase</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed or rolled back</source>
        <comment>terminals of a phase</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>under way</source>
        <comment>terminals of a phase</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting</source>
        <comment>terminals of a phase</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused or left out</source>
        <comment>terminals of a phase</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StartText</name>
    <message>
        <source>A program of Signalbox is missing beside the console. Install Signalbox again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The manager&apos;s data folder cannot be used: it must be yours, writable, and closed to others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another manager works on the data folder already and does not answer this console.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full. Make room, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program has the port by which terminals come in, or the address is not this computer&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The manager ended by itself. Its last words are in the details.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The manager was started and does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Draft</source>
        <comment>release state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In review</source>
        <comment>release state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approved</source>
        <comment>release state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Published</source>
        <comment>release state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <comment>release state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft</source>
        <comment>rollout state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scheduled</source>
        <comment>rollout state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issuing to nodes</source>
        <comment>rollout state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <comment>rollout state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <comment>rollout state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished</source>
        <comment>rollout state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <comment>rollout state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>rollout state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <comment>deployment state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offered</source>
        <comment>deployment state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downloading</source>
        <comment>deployment state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downloaded</source>
        <comment>deployment state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holding until its time</source>
        <comment>deployment state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Installing</source>
        <comment>deployment state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking</source>
        <comment>deployment state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Succeeded</source>
        <comment>deployment state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>deployment state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rolled back</source>
        <comment>deployment state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused by its user</source>
        <comment>deployment state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <comment>deployment state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Superseded</source>
        <comment>deployment state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Absent</source>
        <comment>state of a node&apos;s copy</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending</source>
        <comment>state of a node&apos;s copy</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stored, not proven</source>
        <comment>state of a node&apos;s copy</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proven</source>
        <comment>state of a node&apos;s copy</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stale</source>
        <comment>state of a node&apos;s copy</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Damaged</source>
        <comment>state of a node&apos;s copy</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No cause</source>
        <comment>why an upgrade failed</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Release data did not verify</source>
        <comment>why an upgrade failed</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No node could be reached</source>
        <comment>why an upgrade failed</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downloaded bytes are not what was permitted</source>
        <comment>why an upgrade failed</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disk full</source>
        <comment>why an upgrade failed</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The permit did not verify or is over</source>
        <comment>why an upgrade failed</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpacking failed</source>
        <comment>why an upgrade failed</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Installing failed</source>
        <comment>why an upgrade failed</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restart failed</source>
        <comment>why an upgrade failed</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run check said no</source>
        <comment>why an upgrade failed</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run check took too long</source>
        <comment>why an upgrade failed</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roll-back failed: look at this terminal</source>
        <comment>why an upgrade failed</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The terminal cannot install this kind</source>
        <comment>why an upgrade failed</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The terminal stayed silent too long</source>
        <comment>why an upgrade failed</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed for a reason of its own</source>
        <comment>why an upgrade failed</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This release failed here before</source>
        <comment>why an upgrade failed</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not installed by the deadline</source>
        <comment>why an upgrade failed</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of files (tree)</source>
        <comment>kind of package</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image for a DDI client</source>
        <comment>kind of package</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Viewer</source>
        <comment>role of an account</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operator</source>
        <comment>role of an account</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approver</source>
        <comment>role of an account</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Administrator</source>
        <comment>role of an account</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TaskLog</name>
    <message>
        <source>Tasks</source>
        <comment>task log</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task</source>
        <comment>task log</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <comment>task log</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <comment>task log</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begun</source>
        <comment>task log</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of %1</source>
        <comment>task log</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <comment>a task</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <comment>state of a task</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>state of a task</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <comment>state of a task</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TerminalDetail</name>
    <message>
        <source>What it says of itself</source>
        <comment>terminal detail</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No terminal chosen</source>
        <comment>terminal detail</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a terminal in the table to see what it runs, what it waits for and why.</source>
        <comment>terminal detail</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retire …</source>
        <comment>terminal</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For hardware that is gone: nothing is offered to it any more</source>
        <comment>tool tip</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <comment>terminal detail</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag</source>
        <comment>column</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <comment>column</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set tag …</source>
        <comment>terminal</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove tag</source>
        <comment>terminal</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deployments, newest first</source>
        <comment>terminal detail</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deployments</source>
        <comment>terminal detail</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <comment>column</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since</source>
        <comment>column</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rollout</source>
        <comment>column</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Said</source>
        <comment>column</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <comment>deployment</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begins this deployment anew, even where the release failed here before</source>
        <comment>tool tip</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel …</source>
        <comment>deployment</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact</source>
        <comment>terminal</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Id</source>
        <comment>terminal</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Platform</source>
        <comment>terminal</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cluster</source>
        <comment>terminal</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Joined</source>
        <comment>terminal</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs %1</source>
        <comment>terminal, a product</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <comment>terminal</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing of ours yet</source>
        <comment>terminal</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open its rollout</source>
        <comment>terminal detail</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>#%1</source>
        <comment>number of a rollout</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>cause of a failure, what the terminal said</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set a tag</source>
        <comment>dialog</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag and value, for example site=berlin. A tag needs no value.</source>
        <comment>dialog</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set tag</source>
        <comment>dialog</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tag was not changed</source>
        <comment>error</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retire %1?</source>
        <comment>question</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its token is revoked and nothing is offered to it any more; its history stays. What it runs goes on running. To come back it must join anew under another id.</source>
        <comment>question</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retire terminal</source>
        <comment>button</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The terminal was not retired</source>
        <comment>error</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel this deployment?</source>
        <comment>question</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The terminal is asked to stop. What it has installed already stays; its rollout does not offer it this release again.</source>
        <comment>question</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel deployment</source>
        <comment>button</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The deployment was not cancelled</source>
        <comment>error</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The deployment was not begun anew</source>
        <comment>error</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TerminalModel</name>
    <message>
        <source>Name</source>
        <comment>column</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Id</source>
        <comment>column, a terminal&apos;s DDI identity</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact</source>
        <comment>column</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Installed</source>
        <comment>column</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Platform</source>
        <comment>column</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <comment>column</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retired</source>
        <comment>terminal</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two machines use its identity</source>
        <comment>terminal</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never seen</source>
        <comment>terminal</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TerminalsPage</name>
    <message>
        <source>Filter of terminals</source>
        <comment>accessible name</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which terminals</source>
        <comment>accessible name</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Active</source>
        <comment>terminals</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retired</source>
        <comment>terminals</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clones suspected</source>
        <comment>terminals</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <comment>terminals</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add terminals …</source>
        <comment>button</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terminals</source>
        <comment>accessible name</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add terminals …</source>
        <comment>action</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter terminals</source>
        <comment>action</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No terminals yet</source>
        <comment>empty state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A terminal joins with a one-time code: make codes here, and run the command that you are shown on each machine.</source>
        <comment>empty state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add terminals …</source>
        <comment>empty state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <comment>empty state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No terminal matches this filter. Take a part of it away, or look among all terminals.</source>
        <comment>empty state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 shown of %2 – more come as you scroll</source>
        <comment>number of rows</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n terminal(s)</source>
        <comment>number of rows</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>&amp;Open Signalbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Signalbox: %n rollout(s) under way</source>
        <comment>tray</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Signalbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signalbox goes on in the background</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n rollout(s) under way. The manager keeps running; open or quit Signalbox from here.</source>
        <comment>tray</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WaitText</name>
    <message>
        <source>%1, %2</source>
        <comment>state of a deployment, how far</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the terminal&apos;s user must confirm first.</source>
        <comment>state of a deployment</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>state of a deployment</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <comment>state of a deployment, the rule</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2. Tried next %3.</source>
        <comment>state of a deployment, the rule, a time</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>#</source>
        <comment>column, a rollout&apos;s number</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <comment>column</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <comment>column</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Release</source>
        <comment>column</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phase</source>
        <comment>column</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2, %3</source>
        <comment>number of a phase, of how many, its name</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created</source>
        <comment>column</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>#%1</source>
        <comment>number of a release</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>A manager&apos;s admin.json.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where this computer&apos;s manager keeps what it keeps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open with a demo fleet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>en, de or zh_CN; else the system&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upgrades the software on fleets of terminals.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ActivityPage</name>
    <message>
        <source>Activity</source>
        <comment>page</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ApprovalsPage</name>
    <message>
        <source>Approvals</source>
        <comment>page</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::ui::FailuresPage</name>
    <message>
        <source>Failures</source>
        <comment>page</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::ui::NodesPage</name>
    <message>
        <source>Nodes and clusters</source>
        <comment>page</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::ui::OverviewPage</name>
    <message>
        <source>Overview</source>
        <comment>page</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ReleasesPage</name>
    <message>
        <source>Releases</source>
        <comment>page</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::ui::RolloutsPage</name>
    <message>
        <source>Rollouts</source>
        <comment>page</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::ui::TerminalsPage</name>
    <message>
        <source>Terminals</source>
        <comment>page</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
