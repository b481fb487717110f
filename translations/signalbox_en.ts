<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>AccountDialogs</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <comment>settings, how long a token is valid</comment>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GroupRollBack</name>
    <message numerus="yes">
        <source>%n terminal(s) go back to an older release.</source>
        <comment>roll back a group</comment>
        <translation>
            <numerusform>%n terminal goes back to an older release.</numerusform>
            <numerusform>%n terminals go back to an older release.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PhaseLadder</name>
    <message numerus="yes">
        <source>%n terminal(s)</source>
        <comment>size of a phase</comment>
        <translation>
            <numerusform>%n terminal</numerusform>
            <numerusform>%n terminals</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReleaseFacts</name>
    <message numerus="yes">
        <source>%n release(s) stay as they are</source>
        <comment>statement</comment>
        <translation>
            <numerusform>%n release stays as it is</numerusform>
            <numerusform>%n releases stay as they are</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StartQuestion</name>
    <message numerus="yes">
        <source>%n terminal(s)</source>
        <comment>audience</comment>
        <translation>
            <numerusform>%n terminal</numerusform>
            <numerusform>%n terminals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them are tagged critical.</source>
        <comment>question</comment>
        <translation>
            <numerusform>%n of them is tagged critical.</numerusform>
            <numerusform>%n of them are tagged critical.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::ui::AccountSettings</name>
    <message numerus="yes">
        <source>%n session(s) end at once. Whoever knows the password can log in again; lock the account to prevent that.</source>
        <comment>question</comment>
        <translation>
            <numerusform>%n session ends at once. Whoever knows the password can log in again; lock the account to prevent that.</numerusform>
            <numerusform>%n sessions end at once. Whoever knows the password can log in again; lock the account to prevent that.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ClusterRow</name>
    <message numerus="yes">
        <source>all in sync, %n node(s)</source>
        <comment>cluster</comment>
        <translation>
            <numerusform>all in sync, %n node</numerusform>
            <numerusform>all in sync, %n nodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <comment>nodes of a cluster</comment>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::ui::DryRunView</name>
    <message numerus="yes">
        <source>%n terminal(s) match</source>
        <comment>dry run</comment>
        <translation>
            <numerusform>%n terminal matches</numerusform>
            <numerusform>%n terminals match</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n terminal(s) miss their window.</source>
        <comment>dry run</comment>
        <translation>
            <numerusform>%n terminal misses its window.</numerusform>
            <numerusform>%n terminals miss their window.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n terminal(s) will not install in time: no window comes for them.</source>
        <comment>dry run</comment>
        <translation>
            <numerusform>%n terminal will not install in time: no window comes for it.</numerusform>
            <numerusform>%n terminals will not install in time: no window comes for them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n terminal(s) have no node: the manager itself sends to them.</source>
        <comment>dry run</comment>
        <translation>
            <numerusform>%n terminal has no node: the manager itself sends to it.</numerusform>
            <numerusform>%n terminals have no node: the manager itself sends to them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::ui::FailuresPage</name>
    <message numerus="yes">
        <source>Try %n terminal(s) again?</source>
        <comment>question</comment>
        <translation>
            <numerusform>Try %n terminal again?</numerusform>
            <numerusform>Try %n terminals again?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Leave %n terminal(s) out?</source>
        <comment>question</comment>
        <translation>
            <numerusform>Leave %n terminal out?</numerusform>
            <numerusform>Leave %n terminals out?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take %n terminal(s) back in?</source>
        <comment>question</comment>
        <translation>
            <numerusform>Take %n terminal back in?</numerusform>
            <numerusform>Take %n terminals back in?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::ui::FilterEdit</name>
    <message numerus="yes">
        <source>%n terminal(s) match</source>
        <comment>filter</comment>
        <translation>
            <numerusform>%n terminal matches</numerusform>
            <numerusform>%n terminals match</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::ui::GroupRetry</name>
    <message numerus="yes">
        <source>%n deployment(s) begun anew</source>
        <comment>retry</comment>
        <translation>
            <numerusform>%n deployment begun anew</numerusform>
            <numerusform>%n deployments begun anew</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::ui::JoinPanel</name>
    <message numerus="yes">
        <source>%1 has joined (%n node(s) in all)</source>
        <translation>
            <numerusform>%1 has joined (%n node in all)</numerusform>
            <numerusform>%1 has joined (%n nodes in all)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 has joined (%n terminal(s) in all)</source>
        <translation>
            <numerusform>%1 has joined (%n terminal in all)</numerusform>
            <numerusform>%1 has joined (%n terminals in all)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::ui::Notifier</name>
    <message numerus="yes">
        <source>%n terminal(s) failed</source>
        <comment>notification</comment>
        <translation>
            <numerusform>%n terminal failed</numerusform>
            <numerusform>%n terminals failed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::ui::OverviewPage</name>
    <message numerus="yes">
        <source>%1: %n terminal(s) failed</source>
        <comment>rollout</comment>
        <translation>
            <numerusform>%1: %n terminal failed</numerusform>
            <numerusform>%1: %n terminals failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n terminal(s) ask to join</source>
        <comment>overview</comment>
        <translation>
            <numerusform>%n terminal asks to join</numerusform>
            <numerusform>%n terminals ask to join</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n copy(ies) not proven yet</source>
        <comment>node</comment>
        <translation>
            <numerusform>%1: %n copy not proven yet</numerusform>
            <numerusform>%1: %n copies not proven yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <comment>lines of the overview</comment>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::ui::PauseAll</name>
    <message numerus="yes">
        <source>%n rollout(s) paused.</source>
        <comment>pause all</comment>
        <translation>
            <numerusform>%n rollout paused.</numerusform>
            <numerusform>%n rollouts paused.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be paused.</source>
        <comment>pause all</comment>
        <translation>
            <numerusform>%n could not be paused.</numerusform>
            <numerusform>%n could not be paused.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n permit(s) are out and cannot be recalled from a terminal that stays away.</source>
        <comment>pause all</comment>
        <translation>
            <numerusform>%n permit is out and cannot be recalled from a terminal that stays away.</numerusform>
            <numerusform>%n permits are out and cannot be recalled from a terminal that stays away.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::ui::PendingView</name>
    <message numerus="yes">
        <source>&amp;Let %n in</source>
        <comment>button, several terminals</comment>
        <translation>
            <numerusform>&amp;Let %n in</numerusform>
            <numerusform>&amp;Let %n in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Refuse %n terminal(s)?</source>
        <comment>question</comment>
        <translation>
            <numerusform>Refuse %n terminal?</numerusform>
            <numerusform>Refuse %n terminals?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::ui::RolloutView</name>
    <message numerus="yes">
        <source>%n permit(s) are out and cannot be recalled.</source>
        <comment>rollout</comment>
        <translation>
            <numerusform>%n permit is out and cannot be recalled.</numerusform>
            <numerusform>%n permits are out and cannot be recalled.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more terminal(s) may install once the share of this phase is reached.</source>
        <comment>question</comment>
        <translation>
            <numerusform>%n more terminal may install once the share of this phase is reached.</numerusform>
            <numerusform>%n more terminals may install once the share of this phase is reached.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::ui::RolloutWizard</name>
    <message numerus="yes">
        <source>%n terminal(s) get it</source>
        <comment>audience</comment>
        <translation>
            <numerusform>%n terminal gets it</numerusform>
            <numerusform>%n terminals get it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n terminal(s) match</source>
        <comment>audience</comment>
        <translation>
            <numerusform>%n terminal matches</numerusform>
            <numerusform>%n terminals match</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::ui::SetupPanel</name>
    <message numerus="yes">
        <source>A passphrase has %n characters at least</source>
        <comment>setup</comment>
        <translation>
            <numerusform>A passphrase has %n character at least</numerusform>
            <numerusform>A passphrase has %n characters at least</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::ui::TerminalActions</name>
    <message numerus="yes">
        <source>%n terminal(s)</source>
        <comment>chosen</comment>
        <translation>
            <numerusform>%n terminal</numerusform>
            <numerusform>%n terminals</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::ui::TerminalBatch</name>
    <message numerus="yes">
        <source>%n terminal(s) done</source>
        <comment>batch</comment>
        <translation>
            <numerusform>%n terminal done</numerusform>
            <numerusform>%n terminals done</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::ui::TerminalDetail</name>
    <message numerus="yes">
        <source>%n terminal(s) chosen</source>
        <comment>terminal detail</comment>
        <translation>
            <numerusform>%n terminal chosen</numerusform>
            <numerusform>%n terminals chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::ui::TerminalsPage</name>
    <message numerus="yes">
        <source>%n terminal(s) ask to join and wait for you.</source>
        <comment>terminals</comment>
        <translation>
            <numerusform>%n terminal asks to join and waits for you.</numerusform>
            <numerusform>%n terminals ask to join and wait for you.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n terminal(s)</source>
        <comment>number of rows</comment>
        <translation>
            <numerusform>%n terminal</numerusform>
            <numerusform>%n terminals</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::ui::Tray</name>
    <message numerus="yes">
        <source>Signalbox: %n rollout(s) under way</source>
        <comment>tray</comment>
        <translation>
            <numerusform>Signalbox: %n rollout under way</numerusform>
            <numerusform>Signalbox: %n rollouts under way</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rollout(s) under way. The manager keeps running; open or quit Signalbox from here.</source>
        <comment>tray</comment>
        <translation>
            <numerusform>%n rollout under way. The manager keeps running; open or quit Signalbox from here.</numerusform>
            <numerusform>%n rollouts under way. The manager keeps running; open or quit Signalbox from here.</numerusform>
        </translation>
    </message>
</context>
</TS>
