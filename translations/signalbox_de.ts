<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>AccountDialogs</name>
    <message>
        <source>sees everything, changes nothing</source>
        <comment>what a role may do</comment>
        <translation>sieht alles, ändert nichts</translation>
    </message>
    <message>
        <source>releases, rollouts, terminals and nodes</source>
        <comment>what a role may do</comment>
        <translation>Releases, Rollouts, Terminals und Knoten</translation>
    </message>
    <message>
        <source>approves and refuses releases</source>
        <comment>what a role may do</comment>
        <translation>gibt Releases frei oder lehnt sie ab</translation>
    </message>
    <message>
        <source>everything, accounts and settings too</source>
        <comment>what a role may do</comment>
        <translation>alles, auch Konten und Einstellungen</translation>
    </message>
    <message>
        <source>A password has at least %1 characters</source>
        <comment>settings</comment>
        <translation>Ein Passwort hat mindestens %1 Zeichen</translation>
    </message>
    <message>
        <source>The two passwords are not the same</source>
        <comment>settings</comment>
        <translation>Die beiden Passwörter sind verschieden</translation>
    </message>
    <message>
        <source>Role</source>
        <comment>settings</comment>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>a role, what it may do</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>New account</source>
        <comment>dialog</comment>
        <translation>Neues Konto</translation>
    </message>
    <message>
        <source>&amp;Make the account</source>
        <comment>button</comment>
        <translation>&amp;Konto anlegen</translation>
    </message>
    <message>
        <source>Name</source>
        <comment>settings</comment>
        <translation>Name</translation>
    </message>
    <message>
        <source>First password</source>
        <comment>settings</comment>
        <translation>Erstes Passwort</translation>
    </message>
    <message>
        <source>Once more</source>
        <comment>settings, a password</comment>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Tell it the person by another way; they change it under Settings, Profile.</source>
        <comment>dialog</comment>
        <translation>Teilen Sie es der Person auf anderem Weg mit; sie ändert es unter Einstellungen, Profil.</translation>
    </message>
    <message>
        <source>A name must be there</source>
        <comment>settings</comment>
        <translation>Ein Name muss angegeben sein</translation>
    </message>
    <message>
        <source>Role of %1</source>
        <comment>dialog</comment>
        <translation>Rolle von %1</translation>
    </message>
    <message>
        <source>&amp;Give the role</source>
        <comment>button</comment>
        <translation>&amp;Rolle zuweisen</translation>
    </message>
    <message>
        <source>It holds from the next log-in; the sessions of now are ended.</source>
        <comment>dialog</comment>
        <translation>Sie gilt ab der nächsten Anmeldung; die jetzigen Sitzungen werden beendet.</translation>
    </message>
    <message>
        <source>Password of %1</source>
        <comment>dialog</comment>
        <translation>Passwort von %1</translation>
    </message>
    <message>
        <source>&amp;Set the password</source>
        <comment>button</comment>
        <translation>&amp;Passwort setzen</translation>
    </message>
    <message>
        <source>New password</source>
        <comment>settings</comment>
        <translation>Neues Passwort</translation>
    </message>
    <message>
        <source>Their sessions are ended.</source>
        <comment>dialog</comment>
        <translation>Dessen Sitzungen werden beendet.</translation>
    </message>
    <message>
        <source>New API token</source>
        <comment>dialog</comment>
        <translation>Neues API-Token</translation>
    </message>
    <message>
        <source>&amp;Make the token</source>
        <comment>button</comment>
        <translation>&amp;Token erzeugen</translation>
    </message>
    <message>
        <source>which program it is for</source>
        <comment>settings, a token</comment>
        <translation>für welches Programm es ist</translation>
    </message>
    <message>
        <source>Valid for</source>
        <comment>settings</comment>
        <translation>Gültig für</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <comment>settings, how long a token is valid</comment>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>no end</source>
        <comment>settings, how long a token is valid</comment>
        <translation>unbegrenzt</translation>
    </message>
    <message>
        <source>The token “%1”</source>
        <comment>dialog</comment>
        <translation>Das Token „%1“</translation>
    </message>
    <message>
        <source>It is shown only here and only now. Whoever has it may do what its role may: keep it as you keep a password.</source>
        <comment>dialog</comment>
        <translation>Es wird nur hier und nur jetzt gezeigt. Wer es hat, darf, was seine Rolle darf: Bewahren Sie es auf wie ein Passwort.</translation>
    </message>
</context>
<context>
    <name>AuditModel</name>
    <message>
        <source>When</source>
        <comment>column</comment>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Who</source>
        <comment>column</comment>
        <translation>Wer</translation>
    </message>
    <message>
        <source>What</source>
        <comment>column</comment>
        <translation>Was</translation>
    </message>
    <message>
        <source>About</source>
        <comment>column</comment>
        <translation>Worum</translation>
    </message>
    <message>
        <source>Details</source>
        <comment>column</comment>
        <translation>Einzelheiten</translation>
    </message>
</context>
<context>
    <name>Controls</name>
    <message>
        <source>Confirmation</source>
        <comment>of a question</comment>
        <translation>Bestätigung</translation>
    </message>
    <message>
        <source>Type %1 to go on</source>
        <comment>confirmation</comment>
        <translation>Geben Sie %1 ein, um fortzufahren</translation>
    </message>
</context>
<context>
    <name>Csv</name>
    <message>
        <source>Tables (*.csv)</source>
        <comment>dialog</comment>
        <translation>Tabellen (*.csv)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <comment>dialog</comment>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>The file was not written</source>
        <comment>error</comment>
        <translation>Die Datei wurde nicht geschrieben</translation>
    </message>
</context>
<context>
    <name>DisplayText</name>
    <message>
        <source>%1 %</source>
        <comment>percentage</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>duration</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>duration</comment>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <comment>duration</comment>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 %2 min</source>
        <comment>duration, hours first</comment>
        <translation>%1 %2 min</translation>
    </message>
    <message>
        <source>%1 d</source>
        <comment>duration in days</comment>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>%1 UTC</source>
        <comment>time</comment>
        <translation>%1 UTC</translation>
    </message>
    <message>
        <source>in %1</source>
        <comment>time until</comment>
        <translation>in %1</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <comment>time since</comment>
        <translation>vor %1</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>A bug in Signalbox: nothing was answered.</source>
        <translation>Ein Fehler in Signalbox: Es kam keine Antwort.</translation>
    </message>
    <message>
        <source>Something in what was entered is not written as it must be.</source>
        <translation>Etwas in der Eingabe ist nicht so geschrieben, wie es sein muss.</translation>
    </message>
    <message>
        <source>That is larger than what is allowed.</source>
        <translation>Das ist größer, als erlaubt ist.</translation>
    </message>
    <message>
        <source>It is not there, or not any more.</source>
        <translation>Es ist nicht oder nicht mehr da.</translation>
    </message>
    <message>
        <source>There is one of that name already.</source>
        <translation>Etwas mit diesem Namen gibt es schon.</translation>
    </message>
    <message>
        <source>A value is not one that is possible here.</source>
        <translation>Ein Wert ist hier nicht möglich.</translation>
    </message>
    <message>
        <source>That cannot be done in the state it is in now.</source>
        <translation>Das geht in seinem jetzigen Zustand nicht.</translation>
    </message>
    <message>
        <source>The manager did not answer in time. Try again.</source>
        <translation>Der Manager hat nicht rechtzeitig geantwortet. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>It was cancelled.</source>
        <translation>Es wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Your role does not allow that. Ask an administrator of this manager.</source>
        <translation>Ihre Rolle erlaubt das nicht. Wenden Sie sich an einen Administrator dieses Managers.</translation>
    </message>
    <message>
        <source>The manager is busy. Try again in a moment.</source>
        <translation>Der Manager ist ausgelastet. Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>Data does not verify: it was changed or damaged on the way.</source>
        <translation>Daten ließen sich nicht bestätigen: Sie wurden unterwegs verändert oder beschädigt.</translation>
    </message>
    <message>
        <source>This version of the manager does not support that.</source>
        <translation>Diese Version des Managers unterstützt das nicht.</translation>
    </message>
    <message>
        <source>A program that was started for it failed.</source>
        <translation>Ein dafür gestartetes Programm ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>The manager cannot be reached. Is it running, and is the network there?</source>
        <translation>Der Manager ist nicht erreichbar. Läuft er, und ist das Netz da?</translation>
    </message>
    <message>
        <source>The certificate is not the manager&apos;s. Nothing was sent. Someone may be in between, or the manager was set up anew: compare its fingerprint and connect again.</source>
        <translation>Das Zertifikat ist nicht das des Managers. Nichts wurde gesendet. Vielleicht ist jemand dazwischen, oder der Manager wurde neu aufgesetzt: Vergleichen Sie seinen Fingerabdruck und verbinden Sie sich neu.</translation>
    </message>
    <message>
        <source>The manager answered what this console does not understand. Are both of the same version?</source>
        <translation>Der Manager hat etwas geantwortet, was diese Konsole nicht versteht. Haben beide dieselbe Version?</translation>
    </message>
</context>
<context>
    <name>GroupRollBack</name>
    <message>
        <source>Roll back a group</source>
        <comment>dialog</comment>
        <translation>Eine Gruppe zurückrollen</translation>
    </message>
    <message>
        <source>&amp;Plan the roll-back</source>
        <comment>button</comment>
        <translation>Zurückrollen &amp;planen</translation>
    </message>
    <message numerus="yes">
        <source>%n terminal(s) go back to an older release.</source>
        <comment>roll back a group</comment>
        <translation>
            <numerusform>%n Terminal geht auf ein älteres Release zurück.</numerusform>
            <numerusform>%n Terminals gehen auf ein älteres Release zurück.</numerusform>
        </translation>
    </message>
    <message>
        <source>They are those on which “%1” came out as “%2”. This plans a rollout of its own; nothing happens before you start it.</source>
        <comment>roll back a group: rollout, cause</comment>
        <translation>Es sind die, auf denen „%1“ mit „%2“ endete. Das plant einen eigenen Rollout; nichts geschieht, bevor Sie ihn starten.</translation>
    </message>
    <message>
        <source>Back to</source>
        <comment>roll back a group</comment>
        <translation>Zurück auf</translation>
    </message>
    <message>
        <source>&amp;Back to</source>
        <comment>roll back a group</comment>
        <translation>&amp;Zurück auf</translation>
    </message>
    <message>
        <source>There is no older release that was approved</source>
        <comment>roll back a group</comment>
        <translation>Es gibt kein älteres Release, das freigegeben wurde</translation>
    </message>
</context>
<context>
    <name>NodeModel</name>
    <message>
        <source>Node</source>
        <comment>column</comment>
        <translation>Knoten</translation>
    </message>
    <message>
        <source>Cluster</source>
        <comment>column</comment>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>Contact</source>
        <comment>column</comment>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>Copies</source>
        <comment>column</comment>
        <translation>Kopien</translation>
    </message>
    <message>
        <source>Address</source>
        <comment>column</comment>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <comment>contact of a node</comment>
        <translation>Noch nicht bekannt</translation>
    </message>
    <message>
        <source>Online</source>
        <comment>contact of a node</comment>
        <translation>Online</translation>
    </message>
    <message>
        <source>Offline</source>
        <comment>contact of a node</comment>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Nothing to hold</source>
        <comment>copies of a node</comment>
        <translation>Nichts vorzuhalten</translation>
    </message>
    <message>
        <source>All %1 proven</source>
        <comment>copies of a node</comment>
        <translation>Alle %1 nachgewiesen</translation>
    </message>
    <message>
        <source>%1 of %2 proven</source>
        <comment>copies of a node</comment>
        <translation>%1 von %2 nachgewiesen</translation>
    </message>
</context>
<context>
    <name>PendingModel</name>
    <message>
        <source>Id</source>
        <comment>column, a terminal&apos;s DDI identity</comment>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>Name</source>
        <comment>column</comment>
        <translation>Name</translation>
    </message>
    <message>
        <source>Platform</source>
        <comment>column</comment>
        <translation>Plattform</translation>
    </message>
    <message>
        <source>Cluster</source>
        <comment>column</comment>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>Asks from</source>
        <comment>column, an address</comment>
        <translation>Anfrage von</translation>
    </message>
    <message>
        <source>First asked</source>
        <comment>column</comment>
        <translation>Erste Anfrage</translation>
    </message>
    <message>
        <source>Last asked</source>
        <comment>column</comment>
        <translation>Letzte Anfrage</translation>
    </message>
</context>
<context>
    <name>PhaseLadder</name>
    <message>
        <source>the rest</source>
        <comment>size of a phase</comment>
        <translation>der Rest</translation>
    </message>
    <message numerus="yes">
        <source>%n terminal(s)</source>
        <comment>size of a phase</comment>
        <translation>
            <numerusform>%n Terminal</numerusform>
            <numerusform>%n Terminals</numerusform>
        </translation>
    </message>
    <message>
        <source>Gate: %1 must succeed</source>
        <comment>gate of a phase</comment>
        <translation>Schranke: %1 müssen erfolgreich sein</translation>
    </message>
    <message>
        <source>%1, then %2 pass</source>
        <comment>gate, a duration</comment>
        <translation>%1, dann vergehen %2</translation>
    </message>
    <message>
        <source>%1; opened by hand</source>
        <comment>gate</comment>
        <translation>%1; von Hand geöffnet</translation>
    </message>
    <message>
        <source>%1, then someone opens it</source>
        <comment>gate</comment>
        <translation>%1, dann öffnet sie jemand</translation>
    </message>
    <message>
        <source>%1. Reached %2</source>
        <comment>gate, a time</comment>
        <translation>%1. Erreicht %2</translation>
    </message>
    <message>
        <source>Not begun</source>
        <comment>phase</comment>
        <translation>Nicht begonnen</translation>
    </message>
    <message>
        <source>Passed</source>
        <comment>phase</comment>
        <translation>Bestanden</translation>
    </message>
    <message>
        <source>Waits for you to open its gate</source>
        <comment>phase</comment>
        <translation>Wartet darauf, dass Sie die Schranke öffnen</translation>
    </message>
</context>
<context>
    <name>ReleaseFacts</name>
    <message>
        <source>permissions %1</source>
        <comment>placed file</comment>
        <translation>Rechte %1</translation>
    </message>
    <message>
        <source>of %1</source>
        <comment>placed file, owner and group</comment>
        <translation>gehört %1</translation>
    </message>
    <message>
        <source>puts %1 to %2</source>
        <comment>placed file: from, to</comment>
        <translation>legt %1 nach %2</translation>
    </message>
    <message>
        <source>does not start the machine again</source>
        <comment>recipe</comment>
        <translation>startet die Maschine nicht neu</translation>
    </message>
    <message>
        <source>starts the machine again</source>
        <comment>recipe</comment>
        <translation>startet die Maschine neu</translation>
    </message>
    <message>
        <source>starts the machine again where a command ends with %1</source>
        <comment>recipe, an exit code</comment>
        <translation>startet die Maschine neu, wenn ein Befehl mit %1 endet</translation>
    </message>
    <message>
        <source>starts the machine again where %1 is there</source>
        <comment>recipe, a file</comment>
        <translation>startet die Maschine neu, wenn es %1 gibt</translation>
    </message>
    <message>
        <source>is taken back by the terminal&apos;s own client</source>
        <comment>recipe</comment>
        <translation>wird vom eigenen Client des Terminals zurückgenommen</translation>
    </message>
    <message>
        <source>cannot be taken back</source>
        <comment>recipe</comment>
        <translation>kann nicht zurückgenommen werden</translation>
    </message>
    <message>
        <source>is taken back with: %1</source>
        <comment>recipe</comment>
        <translation>wird zurückgenommen mit: %1</translation>
    </message>
    <message>
        <source>goes back to what was there before where it fails</source>
        <comment>recipe</comment>
        <translation>kehrt zum Vorherigen zurück, wenn es misslingt</translation>
    </message>
    <message>
        <source>installs with: %1</source>
        <comment>recipe</comment>
        <translation>installiert mit: %1</translation>
    </message>
    <message>
        <source>restarts with: %1</source>
        <comment>recipe</comment>
        <translation>startet neu mit: %1</translation>
    </message>
    <message>
        <source>is checked with: %1</source>
        <comment>recipe</comment>
        <translation>wird geprüft mit: %1</translation>
    </message>
    <message>
        <source>runs its commands as %1</source>
        <comment>recipe</comment>
        <translation>führt seine Befehle als %1 aus</translation>
    </message>
    <message>
        <source>Channel %1, for %2</source>
        <comment>release: channel, platforms</comment>
        <translation>Kanal %1, für %2</translation>
    </message>
    <message>
        <source>Digest %1</source>
        <comment>release</comment>
        <translation>Prüfsumme %1</translation>
    </message>
    <message>
        <source>Counter %1: terminals take no lower one afterwards</source>
        <comment>release</comment>
        <translation>Zähler %1: Danach nehmen Terminals keinen niedrigeren mehr</translation>
    </message>
    <message>
        <source>%1: %2, %3, %4</source>
        <comment>package: platform, file, size, kind</comment>
        <translation>%1: %2, %3, %4</translation>
    </message>
    <message>
        <source>needs %1 %2 or newer</source>
        <comment>release: product, version</comment>
        <translation>braucht %1 %2 oder neuer</translation>
    </message>
    <message>
        <source>Root: who holds the keys</source>
        <comment>signatures</comment>
        <translation>Wurzel: wer die Schlüssel hält</translation>
    </message>
    <message>
        <source>Who approves which product</source>
        <comment>signatures</comment>
        <translation>Wer welches Produkt freigibt</translation>
    </message>
    <message>
        <source>State of everything (by the manager)</source>
        <comment>signatures</comment>
        <translation>Stand von allem (vom Manager)</translation>
    </message>
    <message>
        <source>Freshness (by the manager, daily)</source>
        <comment>signatures</comment>
        <translation>Aktualität (vom Manager, täglich)</translation>
    </message>
    <message>
        <source>Releases of %1</source>
        <comment>signatures, a product</comment>
        <translation>Releases von %1</translation>
    </message>
    <message>
        <source>New: %1</source>
        <comment>statement, a release</comment>
        <translation>Neu: %1</translation>
    </message>
    <message>
        <source>Changed: %1</source>
        <comment>statement, a release</comment>
        <translation>Geändert: %1</translation>
    </message>
    <message>
        <source>before: %1</source>
        <comment>statement, a digest</comment>
        <translation>vorher: %1</translation>
    </message>
    <message>
        <source>Not approved any more: %1</source>
        <comment>statement, a release</comment>
        <translation>Nicht mehr freigegeben: %1</translation>
    </message>
    <message>
        <source>%1: %2 of these %3 keys must sign</source>
        <comment>statement: role, signatures, keys</comment>
        <translation>%1: %2 dieser %3 Schlüssel müssen unterschreiben</translation>
    </message>
    <message>
        <source>%1: nobody may speak of it any more</source>
        <comment>statement, a role</comment>
        <translation>%1: Niemand darf mehr darüber bestimmen</translation>
    </message>
    <message numerus="yes">
        <source>%n release(s) stay as they are</source>
        <comment>statement</comment>
        <translation>
            <numerusform>%n Release bleibt, wie es ist</numerusform>
            <numerusform>%n Releases bleiben, wie sie sind</numerusform>
        </translation>
    </message>
    <message>
        <source>The same as now, with a later end</source>
        <comment>statement</comment>
        <translation>Dasselbe wie jetzt, mit späterem Ende</translation>
    </message>
</context>
<context>
    <name>ReleaseModel</name>
    <message>
        <source>Product</source>
        <comment>column</comment>
        <translation>Produkt</translation>
    </message>
    <message>
        <source>Version</source>
        <comment>column</comment>
        <translation>Version</translation>
    </message>
    <message>
        <source>State</source>
        <comment>column</comment>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Platforms</source>
        <comment>column</comment>
        <translation>Plattformen</translation>
    </message>
    <message>
        <source>Size</source>
        <comment>column</comment>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Created</source>
        <comment>column</comment>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>product, version</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>name of a release, its channel</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>ReleaseView</name>
    <message>
        <source>Import a package for it next.</source>
        <comment>release</comment>
        <translation>Importieren Sie als Nächstes ein Paket dafür.</translation>
    </message>
    <message>
        <source>Ask for approval next; it can be changed until then.</source>
        <comment>release</comment>
        <translation>Bitten Sie als Nächstes um Freigabe; bis dahin kann es geändert werden.</translation>
    </message>
    <message>
        <source>An approver must look at it before it can go out.</source>
        <comment>release</comment>
        <translation>Jemand muss es freigeben, bevor es ausgegeben werden kann.</translation>
    </message>
    <message>
        <source>It can go out: plan a rollout.</source>
        <comment>release</comment>
        <translation>Es kann ausgegeben werden: Planen Sie einen Rollout.</translation>
    </message>
    <message>
        <source>It is on nodes, and rollouts use it.</source>
        <comment>release</comment>
        <translation>Es liegt auf Knoten, und Rollouts benutzen es.</translation>
    </message>
    <message>
        <source>It is offered to nobody any more.</source>
        <comment>release</comment>
        <translation>Es wird niemandem mehr angeboten.</translation>
    </message>
</context>
<context>
    <name>RoleGuard</name>
    <message>
        <source>%1 is logged in with the role %2; this needs the role %3.</source>
        <comment>name, two roles</comment>
        <translation>%1 ist mit der Rolle %2 angemeldet; dies erfordert die Rolle %3.</translation>
    </message>
</context>
<context>
    <name>RolloutModel</name>
    <message>
        <source>Terminal</source>
        <comment>column</comment>
        <translation>Terminal</translation>
    </message>
    <message>
        <source>State</source>
        <comment>column</comment>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Phase</source>
        <comment>column</comment>
        <translation>Phase</translation>
    </message>
    <message>
        <source>Since</source>
        <comment>column</comment>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Why</source>
        <comment>column</comment>
        <translation>Warum</translation>
    </message>
    <message>
        <source>#</source>
        <comment>column, a rollout&apos;s number</comment>
        <translation>#</translation>
    </message>
    <message>
        <source>Name</source>
        <comment>column</comment>
        <translation>Name</translation>
    </message>
    <message>
        <source>Release</source>
        <comment>column</comment>
        <translation>Release</translation>
    </message>
    <message>
        <source>%1 of %2, %3</source>
        <comment>number of a phase, of how many, its name</comment>
        <translation>%1 von %2, %3</translation>
    </message>
    <message>
        <source>Created</source>
        <comment>column</comment>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>#%1</source>
        <comment>number of a release</comment>
        <translation>#%1</translation>
    </message>
</context>
<context>
    <name>StackedBar</name>
    <message>
        <source>succeeded</source>
        <comment>terminals of a phase</comment>
        <translation>erfolgreich</translation>
    </message>
    <message>
        <source>failed or rolled back</source>
        <comment>terminals of a phase</comment>
        <translation>fehlgeschlagen oder zurückgerollt</translation>
    </message>
    <message>
        <source>under way</source>
        <comment>terminals of a phase</comment>
        <translation>im Gange</translation>
    </message>
    <message>
        <source>waiting</source>
        <comment>terminals of a phase</comment>
        <translation>wartend</translation>
    </message>
    <message>
        <source>refused or left out</source>
        <comment>terminals of a phase</comment>
        <translation>abgelehnt oder ausgenommen</translation>
    </message>
</context>
<context>
    <name>StartQuestion</name>
    <message>
        <source>%1 goes to %2. Packages go to the nodes %3; terminals may install %4.</source>
        <comment>question: release, audience, times</comment>
        <translation>%1 geht an %2. Pakete gehen %3 an die Knoten; Terminals dürfen %4 installieren.</translation>
    </message>
    <message numerus="yes">
        <source>%n terminal(s)</source>
        <comment>audience</comment>
        <translation>
            <numerusform>%n Terminal</numerusform>
            <numerusform>%n Terminals</numerusform>
        </translation>
    </message>
    <message>
        <source>at %1</source>
        <comment>time</comment>
        <translation>am %1</translation>
    </message>
    <message>
        <source>at once</source>
        <comment>time</comment>
        <translation>sofort</translation>
    </message>
    <message>
        <source>from %1</source>
        <comment>time</comment>
        <translation>ab %1</translation>
    </message>
    <message>
        <source>as soon as they have it</source>
        <comment>time</comment>
        <translation>sobald sie es haben</translation>
    </message>
    <message numerus="yes">
        <source>%n of them are tagged critical.</source>
        <comment>question</comment>
        <translation>
            <numerusform>%n davon trägt das Etikett „critical“.</numerusform>
            <numerusform>%n davon tragen das Etikett „critical“.</numerusform>
        </translation>
    </message>
    <message>
        <source>Start “%1”?</source>
        <comment>question</comment>
        <translation>„%1“ starten?</translation>
    </message>
    <message>
        <source>Start rollout</source>
        <comment>button</comment>
        <translation>Rollout starten</translation>
    </message>
</context>
<context>
    <name>StartText</name>
    <message>
        <source>A program of Signalbox is missing beside the console. Install Signalbox again.</source>
        <translation>Ein Programm von Signalbox fehlt neben der Konsole. Installieren Sie Signalbox neu.</translation>
    </message>
    <message>
        <source>The manager&apos;s data folder cannot be used: it must be yours, writable, and closed to others.</source>
        <translation>Der Datenordner des Managers kann nicht benutzt werden: Er muss Ihnen gehören, beschreibbar und für andere geschlossen sein.</translation>
    </message>
    <message>
        <source>Another manager works on the data folder already and does not answer this console.</source>
        <translation>Ein anderer Manager arbeitet schon mit dem Datenordner und antwortet dieser Konsole nicht.</translation>
    </message>
    <message>
        <source>The disk is full. Make room, then try again.</source>
        <translation>Die Festplatte ist voll. Schaffen Sie Platz und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Another program has the port by which terminals come in, or the address is not this computer&apos;s.</source>
        <translation>Ein anderes Programm belegt den Port, über den Terminals hereinkommen, oder die Adresse gehört nicht zu diesem Rechner.</translation>
    </message>
    <message>
        <source>The manager ended by itself. Its last words are in the details.</source>
        <translation>Der Manager hat von selbst geendet. Seine letzten Worte stehen in den Einzelheiten.</translation>
    </message>
    <message>
        <source>The manager was started and does not answer.</source>
        <translation>Der Manager wurde gestartet und antwortet nicht.</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Draft</source>
        <comment>release state</comment>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>In review</source>
        <comment>release state</comment>
        <translation>In Prüfung</translation>
    </message>
    <message>
        <source>Approved</source>
        <comment>release state</comment>
        <translation>Freigegeben</translation>
    </message>
    <message>
        <source>Published</source>
        <comment>release state</comment>
        <translation>Ausgegeben</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <comment>release state</comment>
        <translation>Zurückgezogen</translation>
    </message>
    <message>
        <source>Draft</source>
        <comment>rollout state</comment>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Scheduled</source>
        <comment>rollout state</comment>
        <translation>Geplant</translation>
    </message>
    <message>
        <source>Issuing to nodes</source>
        <comment>rollout state</comment>
        <translation>Ausgabe an Knoten</translation>
    </message>
    <message>
        <source>Running</source>
        <comment>rollout state</comment>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Paused</source>
        <comment>rollout state</comment>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Finished</source>
        <comment>rollout state</comment>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Stopped</source>
        <comment>rollout state</comment>
        <translation>Gestoppt</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>rollout state</comment>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Waiting</source>
        <comment>deployment state</comment>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Offered</source>
        <comment>deployment state</comment>
        <translation>Angeboten</translation>
    </message>
    <message>
        <source>Downloading</source>
        <comment>deployment state</comment>
        <translation>Lädt herunter</translation>
    </message>
    <message>
        <source>Downloaded</source>
        <comment>deployment state</comment>
        <translation>Heruntergeladen</translation>
    </message>
    <message>
        <source>Holding until its time</source>
        <comment>deployment state</comment>
        <translation>Wartet auf seine Zeit</translation>
    </message>
    <message>
        <source>Installing</source>
        <comment>deployment state</comment>
        <translation>Installiert gerade</translation>
    </message>
    <message>
        <source>Checking</source>
        <comment>deployment state</comment>
        <translation>Wird geprüft</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <comment>deployment state</comment>
        <translation>Erfolgreich</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>deployment state</comment>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Rolled back</source>
        <comment>deployment state</comment>
        <translation>Zurückgerollt</translation>
    </message>
    <message>
        <source>Refused by its user</source>
        <comment>deployment state</comment>
        <translation>Vom Benutzer abgelehnt</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <comment>deployment state</comment>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Superseded</source>
        <comment>deployment state</comment>
        <translation>Ersetzt</translation>
    </message>
    <message>
        <source>Absent</source>
        <comment>state of a node&apos;s copy</comment>
        <translation>Nicht vorhanden</translation>
    </message>
    <message>
        <source>Sending</source>
        <comment>state of a node&apos;s copy</comment>
        <translation>Wird gesendet</translation>
    </message>
    <message>
        <source>Stored, not proven</source>
        <comment>state of a node&apos;s copy</comment>
        <translation>Gespeichert, nicht nachgewiesen</translation>
    </message>
    <message>
        <source>Proven</source>
        <comment>state of a node&apos;s copy</comment>
        <translation>Nachgewiesen</translation>
    </message>
    <message>
        <source>Stale</source>
        <comment>state of a node&apos;s copy</comment>
        <translation>Veraltet</translation>
    </message>
    <message>
        <source>Damaged</source>
        <comment>state of a node&apos;s copy</comment>
        <translation>Beschädigt</translation>
    </message>
    <message>
        <source>No cause</source>
        <comment>why an upgrade failed</comment>
        <translation>Keine Ursache</translation>
    </message>
    <message>
        <source>Release data did not verify</source>
        <comment>why an upgrade failed</comment>
        <translation>Die Daten des Releases ließen sich nicht bestätigen</translation>
    </message>
    <message>
        <source>No node could be reached</source>
        <comment>why an upgrade failed</comment>
        <translation>Kein Knoten war erreichbar</translation>
    </message>
    <message>
        <source>Downloaded bytes are not what was permitted</source>
        <comment>why an upgrade failed</comment>
        <translation>Die heruntergeladenen Bytes sind nicht die erlaubten</translation>
    </message>
    <message>
        <source>Disk full</source>
        <comment>why an upgrade failed</comment>
        <translation>Festplatte voll</translation>
    </message>
    <message>
        <source>The permit did not verify or is over</source>
        <comment>why an upgrade failed</comment>
        <translation>Die Erlaubnis ließ sich nicht bestätigen oder ist abgelaufen</translation>
    </message>
    <message>
        <source>Unpacking failed</source>
        <comment>why an upgrade failed</comment>
        <translation>Entpacken fehlgeschlagen</translation>
    </message>
    <message>
        <source>Installing failed</source>
        <comment>why an upgrade failed</comment>
        <translation>Installation fehlgeschlagen</translation>
    </message>
    <message>
        <source>Restart failed</source>
        <comment>why an upgrade failed</comment>
        <translation>Neustart fehlgeschlagen</translation>
    </message>
    <message>
        <source>The run check said no</source>
        <comment>why an upgrade failed</comment>
        <translation>Funktionsprüfung nicht bestanden</translation>
    </message>
    <message>
        <source>The run check took too long</source>
        <comment>why an upgrade failed</comment>
        <translation>Funktionsprüfung dauerte zu lange</translation>
    </message>
    <message>
        <source>Roll-back failed: look at this terminal</source>
        <comment>why an upgrade failed</comment>
        <translation>Rollback fehlgeschlagen: Sehen Sie nach diesem Terminal</translation>
    </message>
    <message>
        <source>The terminal cannot install this kind</source>
        <comment>why an upgrade failed</comment>
        <translation>Das Terminal kann diese Art nicht installieren</translation>
    </message>
    <message>
        <source>The terminal stayed silent too long</source>
        <comment>why an upgrade failed</comment>
        <translation>Das Terminal blieb zu lange still</translation>
    </message>
    <message>
        <source>Failed for a reason of its own</source>
        <comment>why an upgrade failed</comment>
        <translation>Aus einem eigenen Grund fehlgeschlagen</translation>
    </message>
    <message>
        <source>This release failed here before</source>
        <comment>why an upgrade failed</comment>
        <translation>Dieses Release ist hier schon fehlgeschlagen</translation>
    </message>
    <message>
        <source>Not installed by the deadline</source>
        <comment>why an upgrade failed</comment>
        <translation>Bis zur Frist nicht installiert</translation>
    </message>
    <message>
        <source>Folder of files (tree)</source>
        <comment>kind of package</comment>
        <translation>Ordner mit Dateien (tree)</translation>
    </message>
    <message>
        <source>Image for a DDI client</source>
        <comment>kind of package</comment>
        <translation>Abbild für einen DDI-Client</translation>
    </message>
    <message>
        <source>Viewer</source>
        <comment>role of an account</comment>
        <translation>Betrachter</translation>
    </message>
    <message>
        <source>Operator</source>
        <comment>role of an account</comment>
        <translation>Bediener</translation>
    </message>
    <message>
        <source>Approver</source>
        <comment>role of an account</comment>
        <translation>Freigebender</translation>
    </message>
    <message>
        <source>Administrator</source>
        <comment>role of an account</comment>
        <translation>Administrator</translation>
    </message>
    <message>
        <source>Folder with a program that installs it (script)</source>
        <comment>kind of package</comment>
        <translation>Ordner mit einem Programm, das ihn installiert (script)</translation>
    </message>
    <message>
        <source>No valid signatures for this release</source>
        <comment>why an upgrade failed</comment>
        <translation>Keine gültigen Unterschriften für dieses Release</translation>
    </message>
    <message>
        <source>Files at stated paths (file)</source>
        <comment>kind of package</comment>
        <translation>Dateien an festgelegten Pfaden (file)</translation>
    </message>
    <message>
        <source>Debian package (deb)</source>
        <comment>kind of package</comment>
        <translation>Debian-Paket (deb)</translation>
    </message>
</context>
<context>
    <name>TerminalModel</name>
    <message>
        <source>Name</source>
        <comment>column</comment>
        <translation>Name</translation>
    </message>
    <message>
        <source>Id</source>
        <comment>column, a terminal&apos;s DDI identity</comment>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>Contact</source>
        <comment>column</comment>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>Installed</source>
        <comment>column</comment>
        <translation>Installiert</translation>
    </message>
    <message>
        <source>Platform</source>
        <comment>column</comment>
        <translation>Plattform</translation>
    </message>
    <message>
        <source>Tags</source>
        <comment>column</comment>
        <translation>Etiketten</translation>
    </message>
    <message>
        <source>Retired</source>
        <comment>terminal</comment>
        <translation>Ausgemustert</translation>
    </message>
    <message>
        <source>Two machines use its identity</source>
        <comment>terminal</comment>
        <translation>Zwei Maschinen benutzen seine Identität</translation>
    </message>
    <message>
        <source>Never seen</source>
        <comment>terminal</comment>
        <translation>Nie gesehen</translation>
    </message>
</context>
<context>
    <name>WaitText</name>
    <message>
        <source>%1, %2</source>
        <comment>state of a deployment, how far</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1: the terminal&apos;s user must confirm first.</source>
        <comment>state of a deployment</comment>
        <translation>%1: Der Benutzer des Terminals muss zuerst zustimmen.</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>state of a deployment</comment>
        <translation>%1.</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <comment>state of a deployment, the rule</comment>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>%1: %2. Tried next %3.</source>
        <comment>state of a deployment, the rule, a time</comment>
        <translation>%1: %2. Nächster Versuch %3.</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>A manager&apos;s admin.json.</source>
        <translation>Die admin.json eines Managers.</translation>
    </message>
    <message>
        <source>Where this computer&apos;s manager keeps what it keeps.</source>
        <translation>Wo der Manager dieses Rechners seine Daten aufbewahrt.</translation>
    </message>
    <message>
        <source>Open with a demo fleet.</source>
        <translation>Mit einer Demo-Flotte öffnen.</translation>
    </message>
    <message>
        <source>en, de or zh_CN; else the system&apos;s.</source>
        <translation>en, de oder zh_CN; sonst die Sprache des Systems.</translation>
    </message>
    <message>
        <source>Upgrades the software on fleets of terminals.</source>
        <translation>Aktualisiert die Software auf Flotten von Terminals.</translation>
    </message>
    <message>
        <source>Open in the tray, without the window.</source>
        <translation>Im Infobereich öffnen, ohne Fenster.</translation>
    </message>
</context>
<context>
    <name>signalbox::Console</name>
    <message>
        <source>“%1” cannot be opened</source>
        <translation>„%1“ kann nicht geöffnet werden</translation>
    </message>
    <message>
        <source>Signalbox</source>
        <translation>Signalbox</translation>
    </message>
    <message>
        <source>Signalbox: demo fleet</source>
        <translation>Signalbox: Demo-Flotte</translation>
    </message>
    <message>
        <source>Pause all rollouts</source>
        <comment>action</comment>
        <translation>Alle Rollouts pausieren</translation>
    </message>
    <message>
        <source>Pausing all rollouts …</source>
        <comment>notice</comment>
        <translation>Alle Rollouts werden pausiert …</translation>
    </message>
    <message>
        <source>Show the rollouts</source>
        <comment>button</comment>
        <translation>Rollouts zeigen</translation>
    </message>
    <message>
        <source>Pause all rollouts</source>
        <comment>notification</comment>
        <translation>Alle Rollouts pausieren</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::AccountSettings</name>
    <message>
        <source>Accounts</source>
        <comment>accessible name</comment>
        <translation>Konten</translation>
    </message>
    <message>
        <source>Name</source>
        <comment>column</comment>
        <translation>Name</translation>
    </message>
    <message>
        <source>Role</source>
        <comment>column</comment>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>State</source>
        <comment>column</comment>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Sessions</source>
        <comment>column</comment>
        <translation>Sitzungen</translation>
    </message>
    <message>
        <source>Password of</source>
        <comment>column</comment>
        <translation>Passwort von</translation>
    </message>
    <message>
        <source>Who may log in</source>
        <comment>settings</comment>
        <translation>Wer sich anmelden darf</translation>
    </message>
    <message>
        <source>Accounts are for people, with a name and a password. Programs get tokens. The manager on this computer needs neither: it lets in whoever may read its data folder.</source>
        <comment>settings</comment>
        <translation>Konten sind für Menschen, mit Name und Passwort. Programme erhalten Tokens. Der Manager auf diesem Rechner braucht beides nicht: Er lässt ein, wer seinen Datenordner lesen darf.</translation>
    </message>
    <message>
        <source>&amp;Add …</source>
        <comment>button</comment>
        <translation>&amp;Hinzufügen …</translation>
    </message>
    <message>
        <source>&amp;Role …</source>
        <comment>button</comment>
        <translation>&amp;Rolle …</translation>
    </message>
    <message>
        <source>&amp;Password …</source>
        <comment>button</comment>
        <translation>&amp;Passwort …</translation>
    </message>
    <message>
        <source>&amp;Lock</source>
        <comment>button, an account</comment>
        <translation>&amp;Sperren</translation>
    </message>
    <message>
        <source>&amp;Sign out</source>
        <comment>button</comment>
        <translation>&amp;Abmelden</translation>
    </message>
    <message>
        <source>R&amp;emove …</source>
        <comment>button</comment>
        <translation>&amp;Entfernen …</translation>
    </message>
    <message>
        <source>Locked</source>
        <comment>state of an account</comment>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Open</source>
        <comment>state of an account</comment>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Un&amp;lock</source>
        <comment>button, an account</comment>
        <translation>Ent&amp;sperren</translation>
    </message>
    <message>
        <source>Sign %1 out?</source>
        <comment>question</comment>
        <translation>%1 abmelden?</translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) end at once. Whoever knows the password can log in again; lock the account to prevent that.</source>
        <comment>question</comment>
        <translation>
            <numerusform>%n Sitzung endet sofort. Wer das Passwort kennt, kann sich wieder anmelden; sperren Sie das Konto, um das zu verhindern.</numerusform>
            <numerusform>%n Sitzungen enden sofort. Wer das Passwort kennt, kann sich wieder anmelden; sperren Sie das Konto, um das zu verhindern.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sign out</source>
        <comment>button</comment>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Remove the account %1?</source>
        <comment>question</comment>
        <translation>Das Konto %1 entfernen?</translation>
    </message>
    <message>
        <source>It cannot log in any more and its sessions end. What it did stays in the log of activity.</source>
        <comment>question</comment>
        <translation>Es kann sich nicht mehr anmelden, und seine Sitzungen enden. Was es getan hat, bleibt im Aktivitätsprotokoll.</translation>
    </message>
    <message>
        <source>Remove account</source>
        <comment>button</comment>
        <translation>Konto entfernen</translation>
    </message>
    <message>
        <source>Accounts</source>
        <comment>settings</comment>
        <translation>Konten</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ActivityPage</name>
    <message>
        <source>Activity</source>
        <comment>page</comment>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>What was done</source>
        <comment>accessible name</comment>
        <translation>Was getan wurde</translation>
    </message>
    <message>
        <source>Everything that anyone did, newest first. Each entry is chained to the one before, so that none can be taken away unseen. Enter opens what an entry is about.</source>
        <comment>activity</comment>
        <translation>Alles, was jemand getan hat, das Neueste zuerst. Jeder Eintrag ist mit dem vorigen verkettet, damit keiner unbemerkt verschwinden kann. Die Eingabetaste öffnet, worum es in einem Eintrag geht.</translation>
    </message>
    <message>
        <source>%1 shown of %2 – more come as you scroll</source>
        <comment>number of rows</comment>
        <translation>%1 von %2 angezeigt – beim Blättern kommen weitere</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ApprovalDialog</name>
    <message>
        <source>Approve a release</source>
        <comment>dialog</comment>
        <translation>Release freigeben</translation>
    </message>
    <message>
        <source>Refuse a release</source>
        <comment>dialog</comment>
        <translation>Release ablehnen</translation>
    </message>
    <message>
        <source>Approve %1?</source>
        <comment>dialog</comment>
        <translation>%1 freigeben?</translation>
    </message>
    <message>
        <source>Refuse %1?</source>
        <comment>dialog</comment>
        <translation>%1 ablehnen?</translation>
    </message>
    <message>
        <source>With this, rollouts of it can be started. Your word is bound to the digest below and recorded with your name; any change of the release voids it.</source>
        <comment>dialog</comment>
        <translation>Damit können Rollouts davon gestartet werden. Ihr Wort gilt für die Prüfsumme unten und wird mit Ihrem Namen festgehalten; jede Änderung am Release macht es ungültig.</translation>
    </message>
    <message>
        <source>It goes back to its author as a draft, with your comment.</source>
        <comment>dialog</comment>
        <translation>Es geht als Entwurf mit Ihrem Kommentar an den Autor zurück.</translation>
    </message>
    <message>
        <source>Digest</source>
        <comment>release</comment>
        <translation>Prüfsumme</translation>
    </message>
    <message>
        <source>Packages</source>
        <comment>release</comment>
        <translation>Pakete</translation>
    </message>
    <message>
        <source>What is new</source>
        <comment>release</comment>
        <translation>Neuerungen</translation>
    </message>
    <message>
        <source>By</source>
        <comment>release</comment>
        <translation>Von</translation>
    </message>
    <message>
        <source>Comment</source>
        <comment>dialog</comment>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>Comment (may stay empty)</source>
        <comment>dialog</comment>
        <translation>Kommentar (darf leer bleiben)</translation>
    </message>
    <message>
        <source>What must change?</source>
        <comment>dialog</comment>
        <translation>Was muss geändert werden?</translation>
    </message>
    <message>
        <source>I have looked at what this is</source>
        <comment>dialog</comment>
        <translation>Ich habe mir angesehen, was das ist</translation>
    </message>
    <message>
        <source>&amp;Approve</source>
        <comment>button</comment>
        <translation>&amp;Freigeben</translation>
    </message>
    <message>
        <source>&amp;Refuse</source>
        <comment>button</comment>
        <translation>&amp;Ablehnen</translation>
    </message>
    <message>
        <source>%1: %2, %3, %4</source>
        <comment>package: platform, file, size, kind</comment>
        <translation>%1: %2, %3, %4</translation>
    </message>
    <message>
        <source>none yet</source>
        <comment>packages</comment>
        <translation>noch keine</translation>
    </message>
    <message>
        <source>The first release of this product that is to be approved.</source>
        <comment>difference</comment>
        <translation>Das erste Release dieses Produkts, das freigegeben werden soll.</translation>
    </message>
    <message>
        <source>%1: new, %2</source>
        <comment>platform, size</comment>
        <translation>%1: neu, %2</translation>
    </message>
    <message>
        <source>%1: other files, %2 (was %3)</source>
        <comment>platform, sizes</comment>
        <translation>%1: andere Dateien, %2 (bisher %3)</translation>
    </message>
    <message>
        <source>%1: the same files</source>
        <comment>platform</comment>
        <translation>%1: dieselben Dateien</translation>
    </message>
    <message>
        <source>%1: another recipe</source>
        <comment>platform</comment>
        <translation>%1: anderes Rezept</translation>
    </message>
    <message>
        <source>%1: no package any more</source>
        <comment>platform</comment>
        <translation>%1: kein Paket mehr</translation>
    </message>
    <message>
        <source>Against %1:</source>
        <comment>difference, a release</comment>
        <translation>Verglichen mit %1:</translation>
    </message>
    <message>
        <source>It cannot be approved now</source>
        <comment>error</comment>
        <translation>Es kann jetzt nicht freigegeben werden</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ApprovalsPage</name>
    <message>
        <source>Approvals</source>
        <comment>page</comment>
        <translation>Freigaben</translation>
    </message>
    <message>
        <source>Nothing waits for approval</source>
        <comment>empty state</comment>
        <translation>Nichts wartet auf Freigabe</translation>
    </message>
    <message>
        <source>Releases appear here when someone asks for approval. Until one is approved it cannot go out.</source>
        <comment>empty state</comment>
        <translation>Releases erscheinen hier, sobald jemand um Freigabe bittet. Ohne Freigabe kann keines ausgegeben werden.</translation>
    </message>
    <message>
        <source>Go to releases</source>
        <comment>empty state</comment>
        <translation>Zu den Releases</translation>
    </message>
    <message>
        <source>What is new</source>
        <comment>release</comment>
        <translation>Neuerungen</translation>
    </message>
    <message>
        <source>(nothing was written)</source>
        <comment>release notes</comment>
        <translation>(nichts angegeben)</translation>
    </message>
    <message>
        <source>What changed</source>
        <comment>release</comment>
        <translation>Was sich geändert hat</translation>
    </message>
    <message>
        <source>Packages</source>
        <comment>release</comment>
        <translation>Pakete</translation>
    </message>
    <message>
        <source>Digest</source>
        <comment>release</comment>
        <translation>Prüfsumme</translation>
    </message>
    <message>
        <source>Asked by</source>
        <comment>release</comment>
        <translation>Angefragt von</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>name, time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Approve …</source>
        <comment>button</comment>
        <translation>Freigeben …</translation>
    </message>
    <message>
        <source>Approve %1</source>
        <comment>accessible name</comment>
        <translation>%1 freigeben</translation>
    </message>
    <message>
        <source>Refuse …</source>
        <comment>button</comment>
        <translation>Ablehnen …</translation>
    </message>
    <message>
        <source>Refuse %1</source>
        <comment>accessible name</comment>
        <translation>%1 ablehnen</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ClusterRow</name>
    <message>
        <source>no nodes</source>
        <comment>cluster</comment>
        <translation>keine Knoten</translation>
    </message>
    <message numerus="yes">
        <source>all in sync, %n node(s)</source>
        <comment>cluster</comment>
        <translation>
            <numerusform>synchron, %n Knoten</numerusform>
            <numerusform>alle synchron, %n Knoten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 nodes in sync</source>
        <comment>cluster</comment>
        <translation>%1 von %2 Knoten synchron</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>name of a cluster, its state</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Terminals that match %1</source>
        <comment>rule of a cluster</comment>
        <translation>Terminals, auf die %1 passt</translation>
    </message>
    <message>
        <source>Remove the cluster %1</source>
        <comment>accessible name</comment>
        <translation>Den Cluster %1 entfernen</translation>
    </message>
    <message>
        <source>Remove this cluster</source>
        <comment>tool tip</comment>
        <translation>Diesen Cluster entfernen</translation>
    </message>
    <message>
        <source>Only a cluster without nodes can be removed</source>
        <comment>tool tip</comment>
        <translation>Nur ein Cluster ohne Knoten kann entfernt werden</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a node, its state</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1
last seen %2</source>
        <comment>a node&apos;s state, a time</comment>
        <translation>%1
zuletzt gesehen %2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <comment>nodes of a cluster</comment>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::ui::CommandPalette</name>
    <message>
        <source>Commands</source>
        <comment>command palette</comment>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Command</source>
        <comment>command palette</comment>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>What do you want to do, or where to go?</source>
        <comment>command palette</comment>
        <translation>Was möchten Sie tun, oder wohin möchten Sie?</translation>
    </message>
    <message>
        <source>Commands found</source>
        <comment>command palette</comment>
        <translation>Gefundene Befehle</translation>
    </message>
    <message>
        <source>%1   –   %2</source>
        <comment>command, where</comment>
        <translation>%1   –   %2</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ConnectDialog</name>
    <message>
        <source>Connect to a manager</source>
        <translation>Mit einem Manager verbinden</translation>
    </message>
    <message>
        <source>Address of the manager</source>
        <translation>Adresse des Managers</translation>
    </message>
    <message>
        <source>manager.example:8444</source>
        <translation>manager.example:8444</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>Where is the manager?</source>
        <translation>Wo ist der Manager?</translation>
    </message>
    <message>
        <source>Ask whoever runs it for the address of its door for consoles, and for its fingerprint.</source>
        <translation>Fragen Sie, wer ihn betreibt, nach der Adresse seines Zugangs für Konsolen und nach seinem Fingerabdruck.</translation>
    </message>
    <message>
        <source>Fingerprint that the manager shows</source>
        <translation>Fingerabdruck, den der Manager zeigt</translation>
    </message>
    <message>
        <source>Fingerprint you were given</source>
        <translation>Fingerabdruck, den Sie erhalten haben</translation>
    </message>
    <message>
        <source>Paste the fingerprint you were given</source>
        <translation>Fügen Sie den Fingerabdruck ein, den Sie erhalten haben</translation>
    </message>
    <message>
        <source>I have compared it by eye, &amp;all of it</source>
        <translation>Ich habe ihn selbst verglichen, &amp;vollständig</translation>
    </message>
    <message>
        <source>I have compared it by eye, all of it</source>
        <translation>Ich habe ihn selbst verglichen, vollständig</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>It is the &amp;same</source>
        <translation>Er &amp;stimmt überein</translation>
    </message>
    <message>
        <source>Is it really that manager?</source>
        <translation>Ist es wirklich dieser Manager?</translation>
    </message>
    <message>
        <source>Nothing was sent yet. The manager shows it under Settings, and signalboxctl status prints it. If it differs, someone is in between: go no further.</source>
        <translation>Noch wurde nichts gesendet. Der Manager zeigt ihn unter Einstellungen, und signalboxctl status gibt ihn aus. Stimmt er nicht überein, ist jemand dazwischen: Gehen Sie nicht weiter.</translation>
    </message>
    <message>
        <source>With &amp;name and password</source>
        <translation>Mit &amp;Name und Passwort</translation>
    </message>
    <message>
        <source>With name and password</source>
        <translation>Mit Name und Passwort</translation>
    </message>
    <message>
        <source>With an API &amp;token</source>
        <translation>Mit einem API-&amp;Token</translation>
    </message>
    <message>
        <source>With an API token</source>
        <translation>Mit einem API-Token</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>API token</source>
        <translation>API-Token</translation>
    </message>
    <message>
        <source>&amp;Keep it in this computer&apos;s keychain</source>
        <translation>Im Sch&amp;lüsselbund dieses Rechners aufbewahren</translation>
    </message>
    <message>
        <source>Keep it in this computer&apos;s keychain</source>
        <translation>Im Schlüsselbund dieses Rechners aufbewahren</translation>
    </message>
    <message>
        <source>Na&amp;me:</source>
        <translation>Na&amp;me:</translation>
    </message>
    <message>
        <source>&amp;Password:</source>
        <translation>&amp;Passwort:</translation>
    </message>
    <message>
        <source>T&amp;oken:</source>
        <translation>T&amp;oken:</translation>
    </message>
    <message>
        <source>&amp;Log in</source>
        <translation>Anmel&amp;den</translation>
    </message>
    <message>
        <source>Who are you?</source>
        <translation>Wer sind Sie?</translation>
    </message>
    <message>
        <source>What you enter goes to that manager alone.</source>
        <translation>Was Sie eingeben, geht nur an diesen Manager.</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>Wird gesucht …</translation>
    </message>
    <message>
        <source>Its fingerprint is not the one of before. It was set up anew, or another one answers.</source>
        <translation>Der Fingerabdruck ist nicht derselbe wie früher. Der Manager wurde neu aufgesetzt, oder ein anderer antwortet.</translation>
    </message>
    <message>
        <source>It is the same.</source>
        <translation>Er stimmt überein.</translation>
    </message>
    <message>
        <source>It is another fingerprint. Do not go on.</source>
        <translation>Es ist ein anderer Fingerabdruck. Gehen Sie nicht weiter.</translation>
    </message>
    <message>
        <source>This computer has no keychain that Signalbox can use, so it asks each time. Nothing secret is written to a file.</source>
        <translation>Dieser Rechner hat keinen Schlüsselbund, den Signalbox benutzen kann; deshalb wird jedes Mal gefragt. Nichts Geheimes wird in eine Datei geschrieben.</translation>
    </message>
    <message>
        <source>What was kept in the keychain does not let you in any more.</source>
        <translation>Was im Schlüsselbund lag, lässt Sie nicht mehr ein.</translation>
    </message>
    <message>
        <source>Log in to %1</source>
        <translation>Bei %1 anmelden</translation>
    </message>
    <message>
        <source>Logging in …</source>
        <translation>Anmeldung läuft …</translation>
    </message>
    <message>
        <source>You are in. This computer has no keychain that Signalbox can use, so the next start asks again.</source>
        <translation>Sie sind angemeldet. Dieser Rechner hat keinen Schlüsselbund, den Signalbox benutzen kann; deshalb fragt der nächste Start wieder.</translation>
    </message>
    <message>
        <source>The manager does not let you in: name, password or token is wrong.</source>
        <translation>Der Manager lässt Sie nicht ein: Name, Passwort oder Token ist falsch.</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::DataTable</name>
    <message>
        <source>Copy rows</source>
        <comment>table</comment>
        <translation>Zeilen kopieren</translation>
    </message>
    <message>
        <source>Save rows as CSV …</source>
        <comment>table</comment>
        <translation>Zeilen als CSV speichern …</translation>
    </message>
    <message>
        <source>Save the chosen rows</source>
        <comment>dialog</comment>
        <translation>Gewählte Zeilen speichern</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::Donut</name>
    <message>
        <source>%1: %2</source>
        <comment>name of a part, its count</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts</comment>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>signalbox::ui::DoorSettings</name>
    <message>
        <source>Terminals that nobody invited</source>
        <comment>settings</comment>
        <translation>Nicht eingeladene Terminals</translation>
    </message>
    <message>
        <source>Terminals without a join code may ask and wait until someone lets them in</source>
        <comment>settings</comment>
        <translation>Terminals ohne Beitrittscode dürfen anfragen und warten, bis jemand sie einlässt</translation>
    </message>
    <message>
        <source>They wait on the page Terminals.</source>
        <comment>settings</comment>
        <translation>Sie warten auf der Seite Terminals.</translation>
    </message>
    <message>
        <source>Gateways</source>
        <comment>settings</comment>
        <translation>Gateways</translation>
    </message>
    <message>
        <source>&amp;Make a new token …</source>
        <comment>button</comment>
        <translation>Neues &amp;Token erzeugen …</translation>
    </message>
    <message>
        <source>&amp;Remove it …</source>
        <comment>button</comment>
        <translation>&amp;Entfernen …</translation>
    </message>
    <message>
        <source>With the gateway token one client speaks for any terminal. Such terminals do not decide whether a phase went well.</source>
        <comment>settings</comment>
        <translation>Mit dem Gateway-Token spricht ein Client für beliebige Terminals. Solche Terminals entscheiden nicht, ob eine Phase gut verlief.</translation>
    </message>
    <message>
        <source>Each terminal may come in by a token of its own</source>
        <comment>settings</comment>
        <translation>Jedes Terminal darf mit einem eigenen Token hereinkommen</translation>
    </message>
    <message>
        <source>Authority of client certificates</source>
        <comment>settings</comment>
        <translation>Zertifizierungsstelle der Client-Zertifikate</translation>
    </message>
    <message>
        <source>-----BEGIN CERTIFICATE----- … ; empty: no client certificates</source>
        <comment>settings</comment>
        <translation>-----BEGIN CERTIFICATE----- … ; leer: keine Client-Zertifikate</translation>
    </message>
    <message>
        <source>Reverse proxies that are believed</source>
        <comment>settings</comment>
        <translation>Vertrauenswürdige Reverse-Proxys</translation>
    </message>
    <message>
        <source>numeric addresses, one a line</source>
        <comment>settings</comment>
        <translation>numerische Adressen, eine pro Zeile</translation>
    </message>
    <message>
        <source>Authorities that a proxy may name</source>
        <comment>settings</comment>
        <translation>Zertifizierungsstellen, die ein Proxy nennen darf</translation>
    </message>
    <message>
        <source>one a line; empty: proxies bring no certificates</source>
        <comment>settings</comment>
        <translation>eine pro Zeile; leer: Proxys bringen keine Zertifikate</translation>
    </message>
    <message>
        <source>Cluster of terminals that come so</source>
        <comment>settings</comment>
        <translation>Cluster so kommender Terminals</translation>
    </message>
    <message>
        <source>Platform of terminals that come so</source>
        <comment>settings</comment>
        <translation>Plattform so kommender Terminals</translation>
    </message>
    <message>
        <source>empty: they must be known already</source>
        <comment>settings</comment>
        <translation>leer: Sie müssen schon bekannt sein</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <comment>button</comment>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>&amp;Drop the changes</source>
        <comment>button</comment>
        <translation>Änderungen &amp;verwerfen</translation>
    </message>
    <message>
        <source>Other ways in</source>
        <comment>settings</comment>
        <translation>Andere Wege herein</translation>
    </message>
    <message>
        <source>Client certificates</source>
        <comment>settings</comment>
        <translation>Client-Zertifikate</translation>
    </message>
    <message>
        <source>The name (CN) in the certificate is the terminal&apos;s id. Holds from the manager&apos;s next start.</source>
        <comment>settings</comment>
        <translation>Der Name (CN) im Zertifikat ist die Kennung des Terminals. Gilt ab dem nächsten Start des Managers.</translation>
    </message>
    <message>
        <source>Proxies</source>
        <comment>settings</comment>
        <translation>Proxys</translation>
    </message>
    <message>
        <source>Authorities</source>
        <comment>settings</comment>
        <translation>Zertifizierungsstellen</translation>
    </message>
    <message>
        <source>New ones join</source>
        <comment>settings, a cluster</comment>
        <translation>Neue kommen in</translation>
    </message>
    <message>
        <source>Their platform</source>
        <comment>settings</comment>
        <translation>Ihre Plattform</translation>
    </message>
    <message>
        <source>Not known yet.</source>
        <comment>settings</comment>
        <translation>Noch nicht bekannt.</translation>
    </message>
    <message>
        <source>A gateway token is set.</source>
        <comment>settings</comment>
        <translation>Ein Gateway-Token ist gesetzt.</translation>
    </message>
    <message>
        <source>There is no gateway token: every terminal speaks for itself.</source>
        <comment>settings</comment>
        <translation>Es gibt kein Gateway-Token: Jedes Terminal spricht für sich selbst.</translation>
    </message>
    <message>
        <source>That was not changed</source>
        <comment>error</comment>
        <translation>Das wurde nicht geändert</translation>
    </message>
    <message>
        <source>Saved.</source>
        <comment>settings</comment>
        <translation>Gespeichert.</translation>
    </message>
    <message>
        <source>No token was made</source>
        <comment>error</comment>
        <translation>Es wurde kein Token erzeugt</translation>
    </message>
    <message>
        <source>The gateway token</source>
        <comment>dialog</comment>
        <translation>Das Gateway-Token</translation>
    </message>
    <message>
        <source>It is shown only here and only now. Whoever has it speaks for any terminal.</source>
        <comment>dialog</comment>
        <translation>Es wird nur hier und nur jetzt gezeigt. Wer es hat, spricht für beliebige Terminals.</translation>
    </message>
    <message>
        <source>Make a new gateway token?</source>
        <comment>question</comment>
        <translation>Neues Gateway-Token erzeugen?</translation>
    </message>
    <message>
        <source>The one of now is good no longer: gateways that have it are refused until they get the new one.</source>
        <comment>question</comment>
        <translation>Das jetzige gilt dann nicht mehr: Gateways, die es haben, werden abgewiesen, bis sie das neue bekommen.</translation>
    </message>
    <message>
        <source>Make a new token</source>
        <comment>button</comment>
        <translation>Neues Token erzeugen</translation>
    </message>
    <message>
        <source>Remove the gateway token?</source>
        <comment>question</comment>
        <translation>Das Gateway-Token entfernen?</translation>
    </message>
    <message>
        <source>Gateways that have it are refused from now on; terminals with a token of their own are not.</source>
        <comment>question</comment>
        <translation>Gateways, die es haben, werden von jetzt an abgewiesen; Terminals mit eigenem Token nicht.</translation>
    </message>
    <message>
        <source>Remove token</source>
        <comment>button</comment>
        <translation>Token entfernen</translation>
    </message>
    <message>
        <source>The token was not removed</source>
        <comment>error</comment>
        <translation>Das Token wurde nicht entfernt</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>error: what, why</comment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Door for terminals</source>
        <comment>settings</comment>
        <translation>Zugang für Terminals</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::DryRunView</name>
    <message>
        <source>misses its window</source>
        <comment>dry run</comment>
        <translation>verpasst sein Zeitfenster</translation>
    </message>
    <message>
        <source>left out</source>
        <comment>dry run</comment>
        <translation>ausgenommen</translation>
    </message>
    <message>
        <source>waits first</source>
        <comment>dry run</comment>
        <translation>wartet zuerst</translation>
    </message>
    <message>
        <source>fetches from the manager</source>
        <comment>dry run</comment>
        <translation>lädt vom Manager</translation>
    </message>
    <message numerus="yes">
        <source>%n terminal(s) match</source>
        <comment>dry run</comment>
        <translation>
            <numerusform>%n Terminal passt</numerusform>
            <numerusform>%n Terminals passen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, none is left out.</source>
        <comment>dry run</comment>
        <translation>%1, keines ist ausgenommen.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>how many, why</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1, %2 are left out: %3.</source>
        <comment>dry run</comment>
        <translation>%1, %2 sind ausgenommen: %3.</translation>
    </message>
    <message>
        <source>What each phase would do</source>
        <comment>accessible name</comment>
        <translation>Was jede Phase täte</translation>
    </message>
    <message>
        <source>Phase</source>
        <comment>column</comment>
        <translation>Phase</translation>
    </message>
    <message>
        <source>Terminals</source>
        <comment>column</comment>
        <translation>Terminals</translation>
    </message>
    <message>
        <source>Bytes</source>
        <comment>column</comment>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Begins</source>
        <comment>column</comment>
        <translation>Beginnt</translation>
    </message>
    <message>
        <source>Done by</source>
        <comment>column</comment>
        <translation>Fertig bis</translation>
    </message>
    <message>
        <source>Whom it leaves out or makes wait</source>
        <comment>accessible name</comment>
        <translation>Wen er ausnimmt oder warten lässt</translation>
    </message>
    <message>
        <source>What</source>
        <comment>column</comment>
        <translation>Was</translation>
    </message>
    <message>
        <source>Why</source>
        <comment>column</comment>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Which</source>
        <comment>column, terminals</comment>
        <translation>Welche</translation>
    </message>
    <message>
        <source>What each node sends</source>
        <comment>accessible name</comment>
        <translation>Was jeder Knoten sendet</translation>
    </message>
    <message>
        <source>Node</source>
        <comment>column</comment>
        <translation>Knoten</translation>
    </message>
    <message>
        <source>Cluster</source>
        <comment>column</comment>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>State</source>
        <comment>column</comment>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Parts of the dry run</source>
        <comment>accessible name</comment>
        <translation>Teile des Probelaufs</translation>
    </message>
    <message>
        <source>Phases</source>
        <comment>tab</comment>
        <translation>Phasen</translation>
    </message>
    <message>
        <source>Left out and late</source>
        <comment>tab</comment>
        <translation>Ausgenommen und zu spät</translation>
    </message>
    <message>
        <source>Nodes</source>
        <comment>tab</comment>
        <translation>Knoten</translation>
    </message>
    <message>
        <source>Save as C&amp;SV …</source>
        <comment>button</comment>
        <translation>Als C&amp;SV speichern …</translation>
    </message>
    <message>
        <source>Save the dry run</source>
        <comment>dialog</comment>
        <translation>Probelauf speichern</translation>
    </message>
    <message>
        <source>Asking the manager what would happen …</source>
        <comment>dry run</comment>
        <translation>Der Manager wird gefragt, was geschähe …</translation>
    </message>
    <message>
        <source>%1 go to the terminals.</source>
        <comment>dry run, bytes</comment>
        <translation>%1 gehen an die Terminals.</translation>
    </message>
    <message>
        <source>Done %1 at the earliest.</source>
        <comment>dry run, a time</comment>
        <translation>Frühestens fertig %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n terminal(s) miss their window.</source>
        <comment>dry run</comment>
        <translation>
            <numerusform>%n Terminal verpasst sein Zeitfenster.</numerusform>
            <numerusform>%n Terminals verpassen ihr Zeitfenster.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody can say when it is done.</source>
        <comment>dry run</comment>
        <translation>Wann er fertig ist, lässt sich nicht sagen.</translation>
    </message>
    <message numerus="yes">
        <source>%n terminal(s) will not install in time: no window comes for them.</source>
        <comment>dry run</comment>
        <translation>
            <numerusform>%n Terminal installiert nicht rechtzeitig: Es kommt kein Zeitfenster mehr.</numerusform>
            <numerusform>%n Terminals installieren nicht rechtzeitig: Es kommt kein Zeitfenster mehr.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n terminal(s) have no node: the manager itself sends to them.</source>
        <comment>dry run</comment>
        <translation>
            <numerusform>%n Terminal hat keinen Knoten: Der Manager selbst sendet an es.</numerusform>
            <numerusform>%n Terminals haben keinen Knoten: Der Manager selbst sendet an sie.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, if someone opens the gate at once</source>
        <comment>dry run, a time</comment>
        <translation>%1, wenn jemand die Schranke sofort öffnet</translation>
    </message>
    <message>
        <source>Online</source>
        <comment>contact of a node</comment>
        <translation>Online</translation>
    </message>
    <message>
        <source>Offline</source>
        <comment>contact of a node</comment>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Name</source>
        <comment>column</comment>
        <translation>Name</translation>
    </message>
    <message>
        <source>all</source>
        <comment>dry run</comment>
        <translation>alle</translation>
    </message>
    <message>
        <source>phase</source>
        <comment>dry run</comment>
        <translation>Phase</translation>
    </message>
    <message>
        <source>node</source>
        <comment>dry run</comment>
        <translation>Knoten</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::FailuresPage</name>
    <message>
        <source>Failures</source>
        <comment>page</comment>
        <translation>Fehlschläge</translation>
    </message>
    <message>
        <source>Failures by rollout and cause</source>
        <comment>accessible name</comment>
        <translation>Fehlschläge nach Rollout und Ursache</translation>
    </message>
    <message>
        <source>Cause</source>
        <comment>column</comment>
        <translation>Ursache</translation>
    </message>
    <message>
        <source>Terminals</source>
        <comment>column</comment>
        <translation>Terminals</translation>
    </message>
    <message>
        <source>Last seen</source>
        <comment>column</comment>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>First seen</source>
        <comment>column</comment>
        <translation>Zuerst</translation>
    </message>
    <message>
        <source>Nothing failed</source>
        <comment>empty state</comment>
        <translation>Nichts ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>No rollout that runs or is paused has a failure. What ended earlier is on the page Rollouts.</source>
        <comment>empty state</comment>
        <translation>Kein laufender oder pausierter Rollout hat einen Fehlschlag. Was früher endete, steht auf der Seite Rollouts.</translation>
    </message>
    <message>
        <source>Go to rollouts</source>
        <comment>empty state</comment>
        <translation>Zu den Rollouts</translation>
    </message>
    <message>
        <source>&amp;Try again …</source>
        <comment>failures</comment>
        <translation>&amp;Erneut versuchen …</translation>
    </message>
    <message>
        <source>&amp;Open the rollout</source>
        <comment>failures</comment>
        <translation>&amp;Rollout öffnen</translation>
    </message>
    <message>
        <source>Terminals that failed</source>
        <comment>accessible name</comment>
        <translation>Fehlgeschlagene Terminals</translation>
    </message>
    <message>
        <source>What the failed have in common</source>
        <comment>failures</comment>
        <translation>Was die Fehlschläge gemeinsam haben</translation>
    </message>
    <message>
        <source>Terminals (Enter opens one)</source>
        <comment>failures</comment>
        <translation>Terminals (Eingabetaste öffnet eines)</translation>
    </message>
    <message>
        <source>No cause chosen</source>
        <comment>failures</comment>
        <translation>Keine Ursache gewählt</translation>
    </message>
    <message>
        <source>Rollout</source>
        <comment>failures</comment>
        <translation>Rollout</translation>
    </message>
    <message>
        <source>Came out as</source>
        <comment>failures</comment>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Terminals</source>
        <comment>failures</comment>
        <translation>Terminals</translation>
    </message>
    <message>
        <source>Said</source>
        <comment>failures</comment>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Last line</source>
        <comment>failures, of a log</comment>
        <translation>Letzte Zeile</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what failed terminals have in common, its value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 of %2 that ended failed</source>
        <comment>suspect</comment>
        <translation>%1 von %2 beendeten fehlgeschlagen</translation>
    </message>
    <message>
        <source>Nothing stands out</source>
        <comment>suspects</comment>
        <translation>Nichts sticht heraus</translation>
    </message>
    <message numerus="yes">
        <source>Try %n terminal(s) again?</source>
        <comment>question</comment>
        <translation>
            <numerusform>%n Terminal erneut versuchen?</numerusform>
            <numerusform>%n Terminals erneut versuchen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Each deployment of “%1” that failed with “%2” begins anew, although the release failed there before.</source>
        <comment>question</comment>
        <translation>Jedes Deployment von „%1“, das mit „%2“ fehlgeschlagen ist, beginnt von vorn, obwohl das Release dort schon fehlgeschlagen ist.</translation>
    </message>
    <message>
        <source>Try again</source>
        <comment>button</comment>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Try “%1” again in %2</source>
        <comment>task: cause, rollout</comment>
        <translation>„%1“ in %2 erneut versuchen</translation>
    </message>
    <message>
        <source>Leave them o&amp;ut …</source>
        <comment>failures</comment>
        <translation>A&amp;uslassen …</translation>
    </message>
    <message>
        <source>Takes them out of the rollout, so that it can go on without them</source>
        <comment>tool tip</comment>
        <translation>Nimmt sie aus dem Rollout, damit er ohne sie weitergehen kann</translation>
    </message>
    <message>
        <source>Take them back &amp;in …</source>
        <comment>failures</comment>
        <translation>Wieder aufne&amp;hmen …</translation>
    </message>
    <message>
        <source>Roll &amp;back …</source>
        <comment>failures</comment>
        <translation>&amp;Zurückrollen …</translation>
    </message>
    <message>
        <source>Plans how they go back to an older release</source>
        <comment>tool tip</comment>
        <translation>Plant, wie sie auf ein älteres Release zurückgehen</translation>
    </message>
    <message>
        <source>Left out of them</source>
        <comment>failures</comment>
        <translation>Davon ausgelassen</translation>
    </message>
    <message numerus="yes">
        <source>Leave %n terminal(s) out?</source>
        <comment>question</comment>
        <translation>
            <numerusform>%n Terminal auslassen?</numerusform>
            <numerusform>%n Terminals auslassen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Those that failed in “%1” with “%2” are taken out of the rollout: its gates and its breaker count them no longer, and nothing is tried again there. What failed stays written down. It can be taken back.</source>
        <comment>question</comment>
        <translation>Die in „%1“ mit „%2“ gescheitert sind, werden aus dem Rollout genommen: Schranken und Unterbrecher zählen sie nicht mehr, und nichts wird dort nochmals versucht. Was gescheitert ist, bleibt vermerkt. Das lässt sich zurücknehmen.</translation>
    </message>
    <message>
        <source>Leave them out</source>
        <comment>button</comment>
        <translation>Auslassen</translation>
    </message>
    <message>
        <source>They were not left out</source>
        <comment>error</comment>
        <translation>Sie wurden nicht ausgelassen</translation>
    </message>
    <message numerus="yes">
        <source>Take %n terminal(s) back in?</source>
        <comment>question</comment>
        <translation>
            <numerusform>%n Terminal wieder aufnehmen?</numerusform>
            <numerusform>%n Terminals wieder aufnehmen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Their failures count again in “%1”, for its gates and its breaker.</source>
        <comment>question</comment>
        <translation>Ihr Scheitern zählt in „%1“ wieder, für Schranken und Unterbrecher.</translation>
    </message>
    <message>
        <source>Take them back in</source>
        <comment>button</comment>
        <translation>Wieder aufnehmen</translation>
    </message>
    <message>
        <source>They were not taken back in</source>
        <comment>error</comment>
        <translation>Sie wurden nicht wieder aufgenommen</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::FilterEdit</name>
    <message>
        <source>All terminals; or a filter: tag.site==berlin;installed.kiosk=lt=2.4</source>
        <comment>filter</comment>
        <translation>Alle Terminals; oder ein Filter: tag.site==berlin;installed.kiosk=lt=2.4</translation>
    </message>
    <message>
        <source>Compare with == != =lt= =le= =gt= =ge= =in=(a,b) =out=(a,b). Join with ; (and) or , (or). * stands for anything in == and !=.
Fields: name, controllerId, platform, cluster, lastContact, tag.…, attribute.…, installed.…</source>
        <comment>filter</comment>
        <translation>Vergleichen mit == != =lt= =le= =gt= =ge= =in=(a,b) =out=(a,b). Verbinden mit ; (und) oder , (oder). * steht in == und != für Beliebiges.
Felder: name, controllerId, platform, cluster, lastContact, tag.…, attribute.…, installed.…</translation>
    </message>
    <message>
        <source>Expected here: %1</source>
        <comment>filter</comment>
        <translation>Hier erwartet: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n terminal(s) match</source>
        <comment>filter</comment>
        <translation>
            <numerusform>%n Terminal passt</numerusform>
            <numerusform>%n Terminals passen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::ui::FirstRun</name>
    <message>
        <source>Welcome to Signalbox</source>
        <translation>Willkommen bei Signalbox</translation>
    </message>
    <message>
        <source>The manager runs, but it cannot be reached by that address from here. Choose another, or let it through this computer&apos;s firewall.</source>
        <translation>Der Manager läuft, ist aber von hier unter dieser Adresse nicht erreichbar. Wählen Sie eine andere, oder lassen Sie ihn durch die Firewall dieses Rechners.</translation>
    </message>
    <message>
        <source>Go on anyway</source>
        <translation>Trotzdem weiter</translation>
    </message>
    <message>
        <source>&amp;Manage from this computer</source>
        <translation>Von &amp;diesem Rechner aus verwalten</translation>
    </message>
    <message>
        <source>A manager is started here and goes on when this window is closed. Nothing to set up.</source>
        <translation>Ein Manager wird hier gestartet und läuft weiter, wenn dieses Fenster geschlossen wird. Nichts ist einzurichten.</translation>
    </message>
    <message>
        <source>&amp;Connect to a manager</source>
        <translation>&amp;Mit einem Manager verbinden</translation>
    </message>
    <message>
        <source>One that runs on a server or on a colleague&apos;s computer.</source>
        <translation>Einer, der auf einem Server oder dem Rechner eines Kollegen läuft.</translation>
    </message>
    <message>
        <source>&amp;Try it with a demo fleet</source>
        <translation>Mit einer Demo-&amp;Flotte ausprobieren</translation>
    </message>
    <message>
        <source>Nodes, terminals and rollouts to play with, on this computer. Gone in one click.</source>
        <translation>Knoten, Terminals und Rollouts zum Ausprobieren, auf diesem Rechner. Mit einem Klick wieder weg.</translation>
    </message>
    <message>
        <source>Where is the manager?</source>
        <translation>Wo ist der Manager?</translation>
    </message>
    <message>
        <source>The manager decides which terminal gets what, from where, and when. This window shows it.</source>
        <translation>Der Manager entscheidet, welches Terminal was woher und wann bekommt. Dieses Fenster zeigt es.</translation>
    </message>
    <message>
        <source>Address of this computer for terminals</source>
        <translation>Adresse dieses Rechners für Terminals</translation>
    </message>
    <message>
        <source>&amp;Address that terminals and nodes will reach:</source>
        <translation>&amp;Adresse, die Terminals und Knoten erreichen:</translation>
    </message>
    <message>
        <source>A host name or a numeric address, without a port.</source>
        <translation>Ein Rechnername oder eine numerische Adresse, ohne Port.</translation>
    </message>
    <message>
        <source>Only programs on this computer can reach that.</source>
        <translation>Das erreichen nur Programme auf diesem Rechner.</translation>
    </message>
    <message>
        <source>It will stand in the manager&apos;s certificate and in join codes.</source>
        <translation>Sie wird im Zertifikat des Managers und in Beitrittscodes stehen.</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>&amp;Start the manager</source>
        <translation>Manager &amp;starten</translation>
    </message>
    <message>
        <source>Terminals and nodes will come to the manager by this address. It is tested before you go on.</source>
        <translation>Terminals und Knoten kommen über diese Adresse zum Manager. Sie wird geprüft, bevor es weitergeht.</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>Ferti&amp;g</translation>
    </message>
    <message>
        <source>Each command is good for one machine and for a day. They appear here as they join; you can also do this later, on the pages Nodes and Terminals.</source>
        <translation>Jeder Befehl gilt für eine Maschine und einen Tag. Sie erscheinen hier, sobald sie beitreten; das geht auch später auf den Seiten Knoten und Terminals.</translation>
    </message>
    <message>
        <source>Starting the manager …</source>
        <translation>Der Manager wird gestartet …</translation>
    </message>
    <message>
        <source>Testing whether terminals can come in …</source>
        <translation>Es wird geprüft, ob Terminals hereinkommen …</translation>
    </message>
    <message>
        <source>Another program answers at that address. Choose another.</source>
        <translation>Unter dieser Adresse antwortet ein anderes Programm. Wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>Step 1 of 3: how is this computer reached?</source>
        <translation>Schritt 1 von 3: Wie ist dieser Rechner erreichbar?</translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation>S&amp;päter</translation>
    </message>
    <message>
        <source>&amp;Make the key</source>
        <translation>Sch&amp;lüssel anlegen</translation>
    </message>
    <message>
        <source>Step 2 of 3: make your approver&apos;s key</source>
        <translation>Schritt 2 von 3: Legen Sie Ihren Freigabeschlüssel an</translation>
    </message>
    <message>
        <source>With it you approve what terminals install. Without it, later or never, everything works, but whoever gets hold of this manager can release whatever they like. You find it again in the settings, under Signatures.</source>
        <translation>Mit ihm geben Sie frei, was Terminals installieren. Ohne ihn, später oder nie, geht alles, aber wer diesen Manager in die Hand bekommt, kann freigeben, was er will. Sie finden das in den Einstellungen unter „Unterschriften“ wieder.</translation>
    </message>
    <message>
        <source>Step 3 of 3: let the first ones join</source>
        <translation>Schritt 3 von 3: Lassen Sie die Ersten beitreten</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::FormDialog</name>
    <message>
        <source>&amp;Copy</source>
        <comment>button</comment>
        <translation>&amp;Kopieren</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::GeneralSettings</name>
    <message>
        <source>Language</source>
        <comment>settings</comment>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>As the system has it</source>
        <comment>settings, a language</comment>
        <translation>Wie im System</translation>
    </message>
    <message>
        <source>The language changes when Signalbox is started the next time.</source>
        <comment>settings</comment>
        <translation>Die Sprache wechselt beim nächsten Start von Signalbox.</translation>
    </message>
    <message>
        <source>Theme</source>
        <comment>settings</comment>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>As the system has it</source>
        <comment>settings, a theme</comment>
        <translation>Wie im System</translation>
    </message>
    <message>
        <source>Light</source>
        <comment>settings, a theme</comment>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <comment>settings, a theme</comment>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast</source>
        <comment>settings, a theme</comment>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Language and looks</source>
        <comment>settings</comment>
        <translation>Sprache und Aussehen</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <comment>settings</comment>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <comment>settings</comment>
        <translation>&amp;Farbschema</translation>
    </message>
    <message>
        <source>Notifications</source>
        <comment>settings</comment>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>Shown by the desktop while Signalbox&apos;s window is not in front.</source>
        <comment>settings</comment>
        <translation>Werden vom Desktop gezeigt, während das Fenster von Signalbox nicht vorn ist.</translation>
    </message>
    <message>
        <source>Terminals that failed</source>
        <comment>settings, notifications</comment>
        <translation>Fehlgeschlagene Terminals</translation>
    </message>
    <message>
        <source>Rollouts that paused themselves</source>
        <comment>settings, notifications</comment>
        <translation>Rollouts, die sich selbst pausiert haben</translation>
    </message>
    <message>
        <source>Releases that wait for approval</source>
        <comment>settings, notifications</comment>
        <translation>Releases, die auf Freigabe warten</translation>
    </message>
    <message>
        <source>Number to be typed from</source>
        <comment>settings</comment>
        <translation>Zahl eingeben ab</translation>
    </message>
    <message>
        <source> terminals</source>
        <comment>settings, after a number</comment>
        <translation> Terminals</translation>
    </message>
    <message>
        <source>Before many terminals are changed</source>
        <comment>settings</comment>
        <translation>Bevor viele Terminals geändert werden</translation>
    </message>
    <message>
        <source>The number is &amp;typed above</source>
        <comment>settings</comment>
        <translation>&amp;Zahl eingeben ab</translation>
    </message>
    <message>
        <source>Whoever starts a larger rollout, or one that reaches a terminal with the tag “critical”, types how many terminals it is.</source>
        <comment>settings</comment>
        <translation>Wer einen größeren Rollout startet oder einen, der ein Terminal mit dem Etikett „critical“ erreicht, gibt ein, wie viele Terminals es sind.</translation>
    </message>
    <message>
        <source>General</source>
        <comment>settings</comment>
        <translation>Allgemein</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::GroupRetry</name>
    <message>
        <source>Stopped after %1</source>
        <comment>retry</comment>
        <translation>Nach %1 angehalten</translation>
    </message>
    <message numerus="yes">
        <source>%n deployment(s) begun anew</source>
        <comment>retry</comment>
        <translation>
            <numerusform>%n Deployment neu begonnen</numerusform>
            <numerusform>%n Deployments neu begonnen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 begun anew, %2 refused</source>
        <comment>retry</comment>
        <translation>%1 neu begonnen, %2 abgelehnt</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>retry</comment>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ImportDialog</name>
    <message>
        <source> s</source>
        <comment>seconds, after a number</comment>
        <translation> s</translation>
    </message>
    <message>
        <source>Import a release</source>
        <comment>dialog</comment>
        <translation>Release importieren</translation>
    </message>
    <message>
        <source>Product</source>
        <comment>import</comment>
        <translation>Produkt</translation>
    </message>
    <message>
        <source>Version</source>
        <comment>import</comment>
        <translation>Version</translation>
    </message>
    <message>
        <source>Platform</source>
        <comment>import</comment>
        <translation>Plattform</translation>
    </message>
    <message>
        <source>linux-amd64: what the terminals say of themselves</source>
        <comment>import</comment>
        <translation>linux-amd64: was die Terminals von sich sagen</translation>
    </message>
    <message>
        <source>Channel</source>
        <comment>import</comment>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>What is new</source>
        <comment>import</comment>
        <translation>Neuerungen</translation>
    </message>
    <message>
        <source>Ask for approval at once</source>
        <comment>import</comment>
        <translation>Sofort um Freigabe bitten</translation>
    </message>
    <message>
        <source>&amp;File or folder</source>
        <comment>import</comment>
        <translation>&amp;Datei oder Ordner</translation>
    </message>
    <message>
        <source>&amp;Product</source>
        <comment>import</comment>
        <translation>&amp;Produkt</translation>
    </message>
    <message>
        <source>&amp;Version</source>
        <comment>import</comment>
        <translation>&amp;Version</translation>
    </message>
    <message>
        <source>&amp;Channel</source>
        <comment>import</comment>
        <translation>&amp;Kanal</translation>
    </message>
    <message>
        <source>&amp;What is new</source>
        <comment>import</comment>
        <translation>&amp;Neuerungen</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <comment>button</comment>
        <translation>&amp;Importieren</translation>
    </message>
    <message>
        <source>File or folder</source>
        <comment>import</comment>
        <translation>Datei oder Ordner</translation>
    </message>
    <message>
        <source>Choose what terminals shall run</source>
        <comment>import</comment>
        <translation>Wählen Sie, was auf den Terminals laufen soll</translation>
    </message>
    <message>
        <source>F&amp;older …</source>
        <comment>button</comment>
        <translation>&amp;Ordner …</translation>
    </message>
    <message>
        <source>Command that restarts it</source>
        <comment>recipe</comment>
        <translation>Befehl für den Neustart</translation>
    </message>
    <message>
        <source>/usr/bin/systemctl restart kiosk</source>
        <comment>recipe, an example</comment>
        <translation>/usr/bin/systemctl restart kiosk</translation>
    </message>
    <message>
        <source>Time for the restart</source>
        <comment>recipe</comment>
        <translation>Zeit für den Neustart</translation>
    </message>
    <message>
        <source>Command that checks that it runs</source>
        <comment>recipe</comment>
        <translation>Befehl für die Funktionsprüfung</translation>
    </message>
    <message>
        <source>./bin/kiosk --self-test</source>
        <comment>recipe, an example</comment>
        <translation>./bin/kiosk --self-test</translation>
    </message>
    <message>
        <source>Time for the check</source>
        <comment>recipe</comment>
        <translation>Zeit für die Prüfung</translation>
    </message>
    <message>
        <source>User whom commands run as</source>
        <comment>recipe</comment>
        <translation>Benutzer, unter dem die Befehle laufen</translation>
    </message>
    <message>
        <source>the agent&apos;s own user</source>
        <comment>recipe</comment>
        <translation>der Benutzer des Agenten</translation>
    </message>
    <message>
        <source>Recipe: how it is started and checked</source>
        <comment>import</comment>
        <translation>Rezept: Start und Prüfung</translation>
    </message>
    <message>
        <source>&amp;Restart with</source>
        <comment>recipe</comment>
        <translation>Neu &amp;starten mit</translation>
    </message>
    <message>
        <source>As &amp;user</source>
        <comment>recipe</comment>
        <translation>Als &amp;Benutzer</translation>
    </message>
    <message>
        <source>Where the check fails, the terminal goes back to the version before by itself. Without a check the switch alone decides.</source>
        <comment>recipe</comment>
        <translation>Schlägt die Prüfung fehl, kehrt das Terminal von selbst zur vorigen Version zurück. Ohne Prüfung entscheidet allein die Umschaltung.</translation>
    </message>
    <message>
        <source>Choose a package</source>
        <comment>dialog</comment>
        <translation>Paket wählen</translation>
    </message>
    <message>
        <source>Packages (*.tar *.tar.* *.tgz *.swu *.raucb *.mender)</source>
        <comment>dialog</comment>
        <translation>Pakete (*.tar *.tar.* *.tgz *.swu *.raucb *.mender)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <comment>dialog</comment>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <comment>dialog</comment>
        <translation>Ordner wählen</translation>
    </message>
    <message>
        <source>A folder: it is packed, and terminals switch to it as a whole.</source>
        <comment>import</comment>
        <translation>Ein Ordner: Er wird gepackt, und die Terminals schalten als Ganzes auf ihn um.</translation>
    </message>
    <message>
        <source>An archive: terminals unpack it and switch to it as a whole.</source>
        <comment>import</comment>
        <translation>Ein Archiv: Die Terminals entpacken es und schalten als Ganzes darauf um.</translation>
    </message>
    <message>
        <source>An image: it goes as it is to clients that install it by themselves.</source>
        <comment>import</comment>
        <translation>Ein Abbild: Es geht unverändert an Clients, die es selbst installieren.</translation>
    </message>
    <message>
        <source>A package of the system&apos;s installer (.deb, .rpm, .msi, .apk). Terminals cannot install these yet: unpack it into a folder and import that.</source>
        <comment>import</comment>
        <translation>Ein Paket für das Installationsprogramm des Systems (.deb, .rpm, .msi, .apk). Terminals können diese noch nicht installieren: Entpacken Sie es in einen Ordner und importieren Sie diesen.</translation>
    </message>
    <message>
        <source>This is neither an archive nor an image that terminals can install.</source>
        <comment>import</comment>
        <translation>Das ist weder ein Archiv noch ein Abbild, das Terminals installieren können.</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <comment>import</comment>
        <translation>Diese Datei gibt es nicht.</translation>
    </message>
    <message>
        <source>Choose a recipe</source>
        <comment>dialog</comment>
        <translation>Rezept wählen</translation>
    </message>
    <message>
        <source>Recipes (*.toml)</source>
        <comment>dialog</comment>
        <translation>Rezepte (*.toml)</translation>
    </message>
    <message>
        <source>The recipe was not read</source>
        <comment>error</comment>
        <translation>Das Rezept wurde nicht gelesen</translation>
    </message>
    <message>
        <source>Choose a file or a folder first</source>
        <comment>import</comment>
        <translation>Wählen Sie zuerst eine Datei oder einen Ordner</translation>
    </message>
    <message>
        <source>This cannot be imported</source>
        <comment>import</comment>
        <translation>Das kann nicht importiert werden</translation>
    </message>
    <message>
        <source>Product, version and platform must be there</source>
        <comment>import</comment>
        <translation>Produkt, Version und Plattform müssen angegeben sein</translation>
    </message>
    <message>
        <source>P&amp;latform</source>
        <comment>import</comment>
        <translation>Pla&amp;ttform</translation>
    </message>
    <message>
        <source>F&amp;ile …</source>
        <comment>button</comment>
        <translation>D&amp;atei …</translation>
    </message>
    <message>
        <source>&amp;Read from a file …</source>
        <comment>button</comment>
        <translation>Aus Datei &amp;lesen …</translation>
    </message>
    <message>
        <source>Check &amp;with</source>
        <comment>recipe</comment>
        <translation>Prüfen &amp;mit</translation>
    </message>
    <message>
        <source>How it is installed</source>
        <comment>recipe</comment>
        <translation>Wie es installiert wird</translation>
    </message>
    <message>
        <source>Program of it that installs it</source>
        <comment>recipe</comment>
        <translation>Enthaltenes Programm, das es installiert</translation>
    </message>
    <message>
        <source>./install.sh --quiet</source>
        <comment>recipe, an example</comment>
        <translation>./install.sh --quiet</translation>
    </message>
    <message>
        <source>Time for the installation</source>
        <comment>recipe</comment>
        <translation>Zeit für die Installation</translation>
    </message>
    <message>
        <source>Program of it that takes it back</source>
        <comment>recipe</comment>
        <translation>Enthaltenes Programm, das es zurücknimmt</translation>
    </message>
    <message>
        <source>empty: it cannot be taken back</source>
        <comment>recipe</comment>
        <translation>leer: Es kann nicht zurückgenommen werden</translation>
    </message>
    <message>
        <source>Time for taking it back</source>
        <comment>recipe</comment>
        <translation>Zeit für das Zurücknehmen</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <comment>recipe</comment>
        <translation>A&amp;rt</translation>
    </message>
    <message>
        <source>&amp;Install with</source>
        <comment>recipe</comment>
        <translation>Installi&amp;eren mit</translation>
    </message>
    <message>
        <source>&amp;Take back with</source>
        <comment>recipe</comment>
        <translation>&amp;Zurücknehmen mit</translation>
    </message>
    <message>
        <source>Where the check fails, the terminal runs the program that takes it back.</source>
        <comment>recipe</comment>
        <translation>Schlägt die Prüfung fehl, führt das Terminal das Programm aus, das es zurücknimmt.</translation>
    </message>
    <message>
        <source>Where the check fails, the terminal stays as it is: nothing takes it back.</source>
        <comment>recipe</comment>
        <translation>Schlägt die Prüfung fehl, bleibt das Terminal, wie es ist: Nichts nimmt es zurück.</translation>
    </message>
    <message>
        <source>The program that installs it must be there</source>
        <comment>import</comment>
        <translation>Das Programm, das es installiert, muss angegeben sein</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::JoinCodeDialog</name>
    <message>
        <source>Add nodes</source>
        <comment>dialog</comment>
        <translation>Knoten hinzufügen</translation>
    </message>
    <message>
        <source>Add terminals</source>
        <comment>dialog</comment>
        <translation>Terminals hinzufügen</translation>
    </message>
    <message>
        <source>Cluster</source>
        <comment>join codes</comment>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>Number of codes</source>
        <comment>join codes</comment>
        <translation>Anzahl der Codes</translation>
    </message>
    <message>
        <source>Terminals for each code</source>
        <comment>join codes</comment>
        <translation>Terminals je Code</translation>
    </message>
    <message>
        <source>Valid for</source>
        <comment>join codes</comment>
        <translation>Gültig für</translation>
    </message>
    <message>
        <source> h</source>
        <comment>hours, after a number</comment>
        <translation> h</translation>
    </message>
    <message>
        <source>Each must be let in by an administrator</source>
        <comment>join codes</comment>
        <translation>Jedes muss von einem Administrator eingelassen werden</translation>
    </message>
    <message>
        <source>&amp;Make codes</source>
        <comment>button</comment>
        <translation>&amp;Codes erzeugen</translation>
    </message>
    <message>
        <source>&amp;Copy commands</source>
        <comment>button</comment>
        <translation>&amp;Befehle kopieren</translation>
    </message>
    <message>
        <source>Commands to run</source>
        <comment>join codes</comment>
        <translation>Auszuführende Befehle</translation>
    </message>
    <message>
        <source>The commands to run on the machine that becomes a node appear here.</source>
        <translation>Die Befehle für die Maschine, die ein Knoten wird, erscheinen hier.</translation>
    </message>
    <message>
        <source>The commands to run on each terminal appear here.</source>
        <translation>Die Befehle für jedes Terminal erscheinen hier.</translation>
    </message>
    <message>
        <source>A code carries the manager&apos;s address and the fingerprint of its certificate: nothing else has to be typed or trusted. Whoever has it may join, so send it as you would a password.</source>
        <comment>join codes</comment>
        <translation>Ein Code enthält die Adresse des Managers und den Fingerabdruck seines Zertifikats: Nichts anderes muss eingegeben oder geglaubt werden. Wer ihn hat, kann beitreten; versenden Sie ihn also wie ein Passwort.</translation>
    </message>
    <message>
        <source>Valid until %1. The codes are shown only here and only now.</source>
        <comment>join codes</comment>
        <translation>Gültig bis %1. Die Codes werden nur hier und nur jetzt gezeigt.</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::JoinPanel</name>
    <message>
        <source>A download node</source>
        <translation>Ein Download-Knoten</translation>
    </message>
    <message>
        <source>Paste this on the machine that will hand out packages. Any Linux machine with Signalbox&apos;s node program will do, this one too.</source>
        <translation>Fügen Sie dies auf der Maschine ein, die Pakete verteilen soll. Jede Linux-Maschine mit dem Knotenprogramm von Signalbox eignet sich, auch diese.</translation>
    </message>
    <message>
        <source>A terminal</source>
        <translation>Ein Terminal</translation>
    </message>
    <message>
        <source>Paste this on the first machine that is to be upgraded.</source>
        <translation>Fügen Sie dies auf der ersten Maschine ein, die aktualisiert werden soll.</translation>
    </message>
    <message>
        <source>Command: %1</source>
        <translation>Befehl: %1</translation>
    </message>
    <message>
        <source>making a join code …</source>
        <translation>Beitrittscode wird erzeugt …</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the command: %1</source>
        <translation>Befehl kopieren: %1</translation>
    </message>
    <message>
        <source>nobody has joined yet</source>
        <translation>noch nichts beigetreten</translation>
    </message>
    <message numerus="yes">
        <source>%1 has joined (%n node(s) in all)</source>
        <translation>
            <numerusform>%1 ist beigetreten (%n Knoten insgesamt)</numerusform>
            <numerusform>%1 ist beigetreten (%n Knoten insgesamt)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 has joined (%n terminal(s) in all)</source>
        <translation>
            <numerusform>%1 ist beigetreten (%n Terminal insgesamt)</numerusform>
            <numerusform>%1 ist beigetreten (%n Terminals insgesamt)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::ui::KeyChoice</name>
    <message>
        <source>Key to sign with</source>
        <comment>signatures</comment>
        <translation>Schlüssel, mit dem unterschrieben wird</translation>
    </message>
    <message>
        <source>Key file</source>
        <comment>signatures</comment>
        <translation>Schlüsseldatei</translation>
    </message>
    <message>
        <source>The file of a key, or a recovery kit</source>
        <comment>signatures</comment>
        <translation>Die Datei eines Schlüssels oder ein Notfallpaket</translation>
    </message>
    <message>
        <source>Its passphrase</source>
        <comment>signatures</comment>
        <translation>Ihre Passphrase</translation>
    </message>
    <message>
        <source>&amp;Browse …</source>
        <comment>button</comment>
        <translation>&amp;Durchsuchen …</translation>
    </message>
    <message>
        <source>Key &amp;file</source>
        <comment>signatures</comment>
        <translation>Schlüsselda&amp;tei</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <comment>signatures</comment>
        <translation>&amp;Passphrase</translation>
    </message>
    <message>
        <source>My key on this computer: %1</source>
        <comment>a key</comment>
        <translation>Mein Schlüssel auf diesem Rechner: %1</translation>
    </message>
    <message>
        <source>A key file or a recovery kit</source>
        <comment>a key</comment>
        <translation>Eine Schlüsseldatei oder ein Notfallpaket</translation>
    </message>
    <message>
        <source>This computer has no keychain, so that no key can be kept here. A key file behind a passphrase does.</source>
        <comment>signatures</comment>
        <translation>Dieser Rechner hat keinen Schlüsselbund; deshalb kann hier kein Schlüssel aufbewahrt werden. Eine Schlüsseldatei mit Passphrase geht.</translation>
    </message>
    <message>
        <source>The keychain of this computer does not give its keys out. Unlock it, or use a key file.</source>
        <comment>signatures</comment>
        <translation>Der Schlüsselbund dieses Rechners gibt seine Schlüssel nicht heraus. Entsperren Sie ihn oder nehmen Sie eine Schlüsseldatei.</translation>
    </message>
    <message>
        <source>No key is kept on this computer.</source>
        <comment>signatures</comment>
        <translation>Auf diesem Rechner liegt kein Schlüssel.</translation>
    </message>
    <message>
        <source>So far as this computer knows, none of the keys that it keeps counts here.</source>
        <comment>signatures</comment>
        <translation>Soweit dieser Rechner weiß, zählt hier keiner der Schlüssel, die er aufbewahrt.</translation>
    </message>
    <message>
        <source>The keychain is being read</source>
        <comment>signatures</comment>
        <translation>Der Schlüsselbund wird gelesen</translation>
    </message>
    <message>
        <source>Choose a key file</source>
        <comment>signatures</comment>
        <translation>Schlüsseldatei wählen</translation>
    </message>
    <message>
        <source>The key file&apos;s passphrase is missing</source>
        <comment>signatures</comment>
        <translation>Die Passphrase der Schlüsseldatei fehlt</translation>
    </message>
    <message>
        <source>Choose a key file</source>
        <comment>dialog</comment>
        <translation>Schlüsseldatei wählen</translation>
    </message>
    <message>
        <source>Sign &amp;with</source>
        <comment>signatures</comment>
        <translation>Unterschreiben &amp;mit</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::MainWindow</name>
    <message>
        <source>Signalbox</source>
        <translation>Signalbox</translation>
    </message>
    <message>
        <source>Age of the data</source>
        <translation>Alter der Daten</translation>
    </message>
    <message>
        <source>Theme: as the system has it</source>
        <comment>command palette</comment>
        <translation>Farbschema: wie im System</translation>
    </message>
    <message>
        <source>Theme: light</source>
        <comment>command palette</comment>
        <translation>Farbschema: hell</translation>
    </message>
    <message>
        <source>Theme: dark</source>
        <comment>command palette</comment>
        <translation>Farbschema: dunkel</translation>
    </message>
    <message>
        <source>Theme: high contrast</source>
        <comment>command palette</comment>
        <translation>Farbschema: hoher Kontrast</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Find terminals</source>
        <comment>global search</comment>
        <translation>Terminals suchen</translation>
    </message>
    <message>
        <source>Find terminals by name or id</source>
        <comment>global search</comment>
        <translation>Terminal suchen: Name, Kennung</translation>
    </message>
    <message>
        <source>Ctrl+F</source>
        <comment>shortcut of the global search</comment>
        <translation>Strg+F</translation>
    </message>
    <message>
        <source>Commands</source>
        <comment>button</comment>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Everything by keyboard: Ctrl+K</source>
        <comment>tool tip</comment>
        <translation>Alles per Tastatur: Strg+K</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <comment>command palette, a page</comment>
        <translation>Gehe zu: %1</translation>
    </message>
    <message>
        <source>Show the task log</source>
        <comment>command palette</comment>
        <translation>Aufgabenprotokoll zeigen</translation>
    </message>
    <message>
        <source>Find terminals “%1”</source>
        <comment>command palette</comment>
        <translation>Terminals „%1“ suchen</translation>
    </message>
    <message>
        <source>no manager</source>
        <comment>age of the data</comment>
        <translation>kein Manager</translation>
    </message>
    <message>
        <source>connecting …</source>
        <comment>age of the data</comment>
        <translation>Verbindung wird hergestellt …</translation>
    </message>
    <message>
        <source>live</source>
        <comment>age of the data</comment>
        <translation>aktuell</translation>
    </message>
    <message>
        <source>%1 s old</source>
        <comment>age of the data</comment>
        <translation>%1 s alt</translation>
    </message>
    <message>
        <source>disconnected since %1</source>
        <comment>age of the data</comment>
        <translation>getrennt seit %1</translation>
    </message>
    <message>
        <source>refused by the manager</source>
        <comment>age of the data</comment>
        <translation>vom Manager abgelehnt</translation>
    </message>
    <message>
        <source>Connecting … %1</source>
        <comment>banner</comment>
        <translation>Verbindung wird hergestellt … %1</translation>
    </message>
    <message>
        <source>The connection to the manager is interrupted; what you see may be out of date. Signalbox tries again by itself. %1</source>
        <comment>banner</comment>
        <translation>Die Verbindung zum Manager ist unterbrochen; was Sie sehen, kann veraltet sein. Signalbox versucht es von selbst wieder. %1</translation>
    </message>
    <message>
        <source>The manager cannot be used. %1</source>
        <comment>banner</comment>
        <translation>Der Manager kann nicht benutzt werden. %1</translation>
    </message>
    <message>
        <source>Connect again …</source>
        <comment>banner</comment>
        <translation>Neu verbinden …</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ManagerBanner</name>
    <message>
        <source>What the console says of its manager</source>
        <translation>Was die Konsole über ihren Manager sagt</translation>
    </message>
    <message>
        <source>End the demo</source>
        <translation>Demo beenden</translation>
    </message>
    <message>
        <source>The demo fleet is starting …</source>
        <translation>Die Demo-Flotte wird gestartet …</translation>
    </message>
    <message>
        <source>Demo fleet: nodes and terminals join, releases and rollouts appear. Nothing here is real.</source>
        <translation>Demo-Flotte: Knoten und Terminals treten bei, Releases und Rollouts erscheinen. Nichts davon ist echt.</translation>
    </message>
    <message>
        <source>Demo fleet: simulated terminals on this computer. Try anything, nothing here is real.</source>
        <translation>Demo-Flotte: simulierte Terminals auf diesem Rechner. Probieren Sie alles aus, nichts davon ist echt.</translation>
    </message>
    <message>
        <source>The demo fleet is being removed …</source>
        <translation>Die Demo-Flotte wird entfernt …</translation>
    </message>
    <message>
        <source>The demo fleet failed. %1</source>
        <translation>Die Demo-Flotte ist fehlgeschlagen. %1</translation>
    </message>
    <message>
        <source>The manager on this computer is starting …</source>
        <translation>Der Manager auf diesem Rechner wird gestartet …</translation>
    </message>
    <message>
        <source>The manager on this computer is being stopped …</source>
        <translation>Der Manager auf diesem Rechner wird angehalten …</translation>
    </message>
    <message>
        <source>The manager on this computer ended unexpectedly and is started again. Nothing that it answered is lost.</source>
        <translation>Der Manager auf diesem Rechner hat unerwartet geendet und wird neu gestartet. Nichts, was er beantwortet hat, geht verloren.</translation>
    </message>
    <message>
        <source>The manager on this computer cannot run. %1</source>
        <translation>Der Manager auf diesem Rechner kann nicht laufen. %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ManagerButton</name>
    <message>
        <source>Manager</source>
        <translation>Manager</translation>
    </message>
    <message>
        <source>The manager on &amp;this computer</source>
        <translation>Der Manager auf diesem &amp;Rechner</translation>
    </message>
    <message>
        <source>&amp;Connect to a manager …</source>
        <translation>&amp;Mit einem Manager verbinden …</translation>
    </message>
    <message>
        <source>Let a node or terminal &amp;join …</source>
        <translation>Knoten oder Terminal &amp;beitreten lassen …</translation>
    </message>
    <message>
        <source>Try the &amp;demo fleet</source>
        <translation>Demo-&amp;Flotte ausprobieren</translation>
    </message>
    <message>
        <source>&amp;End the demo</source>
        <translation>Demo b&amp;eenden</translation>
    </message>
    <message>
        <source>&amp;Stop the manager on this computer …</source>
        <translation>Manager auf diesem Rechner &amp;anhalten …</translation>
    </message>
    <message>
        <source>Stop it &amp;when the console ends</source>
        <translation>Mit der &amp;Konsole anhalten</translation>
    </message>
    <message>
        <source>Stop the manager</source>
        <translation>Manager anhalten</translation>
    </message>
    <message>
        <source>Rollouts stand still until it is started again: terminals get no permits and nodes no packages. Nothing is lost.</source>
        <translation>Rollouts stehen still, bis er wieder gestartet wird: Terminals erhalten keine Erlaubnisse und Knoten keine Pakete. Nichts geht verloren.</translation>
    </message>
    <message>
        <source>&amp;Forget this manager</source>
        <translation>Diesen Manager &amp;vergessen</translation>
    </message>
    <message>
        <source>No manager</source>
        <translation>Kein Manager</translation>
    </message>
    <message>
        <source>This computer</source>
        <comment>the manager&apos;s place</comment>
        <translation>Dieser Rechner</translation>
    </message>
    <message>
        <source>Demo fleet</source>
        <comment>the manager&apos;s place</comment>
        <translation>Demo-Flotte</translation>
    </message>
    <message>
        <source>Manager: %1</source>
        <translation>Manager: %1</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ManagerSettings</name>
    <message>
        <source>The manager that is open</source>
        <comment>settings</comment>
        <translation>Der geöffnete Manager</translation>
    </message>
    <message>
        <source>&amp;Copy the fingerprint</source>
        <comment>button</comment>
        <translation>&amp;Fingerabdruck kopieren</translation>
    </message>
    <message>
        <source>Whoever connects from elsewhere compares the fingerprint: tell it by a way that nobody can change.</source>
        <comment>settings</comment>
        <translation>Wer sich von anderswo verbindet, vergleicht den Fingerabdruck: Teilen Sie ihn auf einem Weg mit, den niemand verfälschen kann.</translation>
    </message>
    <message>
        <source>The manager on this computer</source>
        <comment>settings</comment>
        <translation>Der Manager auf diesem Rechner</translation>
    </message>
    <message>
        <source>&amp;Start and open it</source>
        <comment>button</comment>
        <translation>&amp;Starten und öffnen</translation>
    </message>
    <message>
        <source>S&amp;top it …</source>
        <comment>button</comment>
        <translation>&amp;Anhalten …</translation>
    </message>
    <message>
        <source>Address that terminals reach</source>
        <comment>settings</comment>
        <translation>Adresse, die Terminals erreichen</translation>
    </message>
    <message>
        <source>C&amp;hange …</source>
        <comment>button</comment>
        <translation>Ä&amp;ndern …</translation>
    </message>
    <message>
        <source>Data folder</source>
        <comment>settings</comment>
        <translation>Datenordner</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <comment>button, a folder</comment>
        <translation>&amp;Öffnen</translation>
    </message>
    <message>
        <source>Address for terminals</source>
        <comment>settings</comment>
        <translation>Adresse für Terminals</translation>
    </message>
    <message>
        <source>Stop the manager on this computer?</source>
        <comment>question</comment>
        <translation>Den Manager auf diesem Rechner anhalten?</translation>
    </message>
    <message>
        <source>Rollouts stand still until it is started again: terminals get no permits and nodes no packages. Nothing is lost.</source>
        <comment>question</comment>
        <translation>Rollouts stehen still, bis er wieder gestartet wird: Terminals erhalten keine Erlaubnisse und Knoten keine Pakete. Nichts geht verloren.</translation>
    </message>
    <message>
        <source>Stop the manager</source>
        <comment>button</comment>
        <translation>Manager anhalten</translation>
    </message>
    <message>
        <source>It goes on when the console ends</source>
        <comment>settings</comment>
        <translation>Er läuft weiter, wenn die Konsole endet</translation>
    </message>
    <message>
        <source>While a rollout runs it goes on in any case</source>
        <comment>tool tip</comment>
        <translation>Solange ein Rollout läuft, läuft er auf jeden Fall weiter</translation>
    </message>
    <message>
        <source>Signalbox starts in the background when I log in to this computer</source>
        <comment>settings</comment>
        <translation>Signalbox startet im Hintergrund, wenn ich mich an diesem Rechner anmelde</translation>
    </message>
    <message>
        <source>That was not changed</source>
        <comment>error</comment>
        <translation>Das wurde nicht geändert</translation>
    </message>
    <message>
        <source>No manager is open</source>
        <comment>settings</comment>
        <translation>Kein Manager ist geöffnet</translation>
    </message>
    <message>
        <source>Door for consoles</source>
        <comment>settings</comment>
        <translation>Zugang für Konsolen</translation>
    </message>
    <message>
        <source>Door for terminals</source>
        <comment>settings</comment>
        <translation>Zugang für Terminals</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <comment>settings</comment>
        <translation>Fingerabdruck</translation>
    </message>
    <message>
        <source>Version</source>
        <comment>settings</comment>
        <translation>Version</translation>
    </message>
    <message>
        <source>Runs since</source>
        <comment>settings</comment>
        <translation>Läuft seit</translation>
    </message>
    <message>
        <source>Looks after</source>
        <comment>settings</comment>
        <translation>Betreut</translation>
    </message>
    <message>
        <source>%1 terminals, %2 nodes</source>
        <comment>settings, counts</comment>
        <translation>%1 Terminals, %2 Knoten</translation>
    </message>
    <message>
        <source>It runs.</source>
        <comment>settings, the manager here</comment>
        <translation>Er läuft.</translation>
    </message>
    <message>
        <source>It cannot run. %1</source>
        <comment>settings, the manager here</comment>
        <translation>Er kann nicht laufen. %1</translation>
    </message>
    <message>
        <source>This console has not looked whether it runs.</source>
        <comment>settings</comment>
        <translation>Diese Konsole hat nicht nachgesehen, ob er läuft.</translation>
    </message>
    <message>
        <source>It is starting …</source>
        <comment>settings, the manager here</comment>
        <translation>Er wird gestartet …</translation>
    </message>
    <message>
        <source>It is being stopped …</source>
        <comment>settings, the manager here</comment>
        <translation>Er wird angehalten …</translation>
    </message>
    <message>
        <source>Change the address for terminals?</source>
        <comment>question</comment>
        <translation>Die Adresse für Terminals ändern?</translation>
    </message>
    <message>
        <source>The manager is started anew and says from then on that it is reached as %1. Terminals and nodes that joined by the old address must still reach it by that; join codes made before name the old one.</source>
        <comment>question</comment>
        <translation>Der Manager wird neu gestartet und nennt von da an %1 als seine Adresse. Terminals und Knoten, die über die alte Adresse beigetreten sind, müssen ihn weiterhin darüber erreichen; früher erzeugte Beitrittscodes nennen die alte.</translation>
    </message>
    <message>
        <source>Change the address</source>
        <comment>button</comment>
        <translation>Adresse ändern</translation>
    </message>
    <message>
        <source>Manager</source>
        <comment>settings</comment>
        <translation>Manager</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::MembersDialog</name>
    <message>
        <source>Who holds the root</source>
        <comment>dialog</comment>
        <translation>Wer die Wurzel hält</translation>
    </message>
    <message>
        <source>Who approves a product&apos;s releases</source>
        <comment>dialog</comment>
        <translation>Wer Releases eines Produkts freigibt</translation>
    </message>
    <message>
        <source>Product</source>
        <comment>signatures</comment>
        <translation>Produkt</translation>
    </message>
    <message>
        <source>How many must sign</source>
        <comment>signatures</comment>
        <translation>Wie viele unterschreiben müssen</translation>
    </message>
    <message>
        <source>&amp;Product</source>
        <comment>signatures</comment>
        <translation>&amp;Produkt</translation>
    </message>
    <message>
        <source>&amp;How many must sign</source>
        <comment>signatures</comment>
        <translation>&amp;Wie viele unterschreiben müssen</translation>
    </message>
    <message>
        <source>&amp;Go on to sign …</source>
        <comment>button</comment>
        <translation>Weiter zur &amp;Unterschrift …</translation>
    </message>
    <message>
        <source>They name the approvers, and change these keys. With three people of whom two must sign, one lost or stolen key is neither the end nor a danger. Terminals follow by themselves: none joins anew.</source>
        <comment>dialog</comment>
        <translation>Sie benennen die Freigebenden und ändern diese Schlüssel. Bei drei Personen, von denen zwei unterschreiben müssen, ist ein verlorener oder gestohlener Schlüssel weder das Ende noch eine Gefahr. Terminals folgen von selbst: Keines tritt neu bei.</translation>
    </message>
    <message>
        <source>Each signs on a computer of their own. With two who must sign, nobody can release alone.</source>
        <comment>dialog</comment>
        <translation>Alle unterschreiben auf ihrem eigenen Rechner. Wenn zwei unterschreiben müssen, kann niemand allein freigeben.</translation>
    </message>
    <message>
        <source>Keys that count</source>
        <comment>signatures</comment>
        <translation>Schlüssel, die zählen</translation>
    </message>
    <message>
        <source>Add &amp;my key</source>
        <comment>button</comment>
        <translation>&amp;Meinen Schlüssel hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Add a public key …</source>
        <comment>button</comment>
        <translation>Öffentlichen Schlüssel hin&amp;zufügen …</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <comment>button</comment>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Choose the file of a public key</source>
        <comment>dialog</comment>
        <translation>Datei eines öffentlichen Schlüssels wählen</translation>
    </message>
    <message>
        <source>Fetching and verifying …</source>
        <comment>dialog</comment>
        <translation>Wird geholt und geprüft …</translation>
    </message>
    <message>
        <source>No signatures are set up yet.</source>
        <comment>dialog</comment>
        <translation>Es sind noch keine Unterschriften eingerichtet.</translation>
    </message>
    <message>
        <source>%1 (mine, on this computer)</source>
        <comment>a key</comment>
        <translation>%1 (meiner, auf diesem Rechner)</translation>
    </message>
    <message>
        <source>%1: new</source>
        <comment>a key</comment>
        <translation>%1: neu</translation>
    </message>
    <message>
        <source>It is not verified</source>
        <comment>dialog</comment>
        <translation>Es ist nicht geprüft</translation>
    </message>
    <message>
        <source>Choose a product</source>
        <comment>dialog</comment>
        <translation>Wählen Sie ein Produkt</translation>
    </message>
    <message>
        <source>Add a key</source>
        <comment>dialog</comment>
        <translation>Fügen Sie einen Schlüssel hinzu</translation>
    </message>
    <message>
        <source>More signatures than there are keys cannot be asked for</source>
        <comment>dialog</comment>
        <translation>Mehr Unterschriften, als es Schlüssel gibt, kann man nicht verlangen</translation>
    </message>
    <message>
        <source>This computer has no keychain. Add the public key of your key file.</source>
        <comment>dialog</comment>
        <translation>Dieser Rechner hat keinen Schlüsselbund. Fügen Sie den öffentlichen Schlüssel Ihrer Schlüsseldatei hinzu.</translation>
    </message>
    <message>
        <source>No key is kept on this computer yet: make one in the settings, under Signatures.</source>
        <comment>dialog</comment>
        <translation>Auf diesem Rechner liegt noch kein Schlüssel: Legen Sie einen in den Einstellungen unter „Unterschriften“ an.</translation>
    </message>
    <message>
        <source>There is no public key in that file.</source>
        <comment>dialog</comment>
        <translation>In dieser Datei ist kein öffentlicher Schlüssel.</translation>
    </message>
    <message>
        <source>Telling the manager …</source>
        <comment>dialog</comment>
        <translation>Der Manager wird unterrichtet …</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::NodesPage</name>
    <message>
        <source>Nodes and clusters</source>
        <comment>page</comment>
        <translation>Knoten und Cluster</translation>
    </message>
    <message>
        <source>Nodes</source>
        <comment>accessible name</comment>
        <translation>Knoten</translation>
    </message>
    <message>
        <source>No nodes yet</source>
        <comment>empty state</comment>
        <translation>Noch keine Knoten</translation>
    </message>
    <message>
        <source>Nodes keep packages near the terminals and serve them. A rollout needs at least one: a machine that terminals reach, with some disk space.</source>
        <comment>empty state</comment>
        <translation>Knoten halten Pakete nahe bei den Terminals vor und liefern sie aus. Ein Rollout braucht mindestens einen: eine Maschine mit etwas Plattenplatz, die von den Terminals erreicht wird.</translation>
    </message>
    <message>
        <source>Add nodes …</source>
        <comment>empty state</comment>
        <translation>Knoten hinzufügen …</translation>
    </message>
    <message>
        <source>&amp;Add nodes …</source>
        <comment>button</comment>
        <translation>&amp;Knoten hinzufügen …</translation>
    </message>
    <message>
        <source>New &amp;cluster …</source>
        <comment>button</comment>
        <translation>Neuer &amp;Cluster …</translation>
    </message>
    <message>
        <source>Clusters</source>
        <comment>nodes</comment>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>Add nodes …</source>
        <comment>action</comment>
        <translation>Knoten hinzufügen …</translation>
    </message>
    <message>
        <source>Remove node …</source>
        <comment>button</comment>
        <translation>Knoten entfernen …</translation>
    </message>
    <message>
        <source>Copies on the node</source>
        <comment>accessible name</comment>
        <translation>Kopien auf dem Knoten</translation>
    </message>
    <message>
        <source>Release</source>
        <comment>column</comment>
        <translation>Release</translation>
    </message>
    <message>
        <source>State</source>
        <comment>column</comment>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Details</source>
        <comment>column</comment>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Copies</source>
        <comment>node</comment>
        <translation>Kopien</translation>
    </message>
    <message>
        <source>No node chosen</source>
        <comment>nodes</comment>
        <translation>Kein Knoten gewählt</translation>
    </message>
    <message>
        <source>Contact</source>
        <comment>node</comment>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>Last seen</source>
        <comment>node</comment>
        <translation>Zuletzt gesehen</translation>
    </message>
    <message>
        <source>Cluster</source>
        <comment>node</comment>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>Address</source>
        <comment>node</comment>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Joined</source>
        <comment>node</comment>
        <translation>Beigetreten</translation>
    </message>
    <message>
        <source>#%1</source>
        <comment>number of a release</comment>
        <translation>#%1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>bytes</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1, since %2</source>
        <comment>details, a time</comment>
        <translation>%1, seit %2</translation>
    </message>
    <message>
        <source>New cluster</source>
        <comment>dialog</comment>
        <translation>Neuer Cluster</translation>
    </message>
    <message>
        <source>Name of the site or region whose nodes serve its terminals</source>
        <comment>dialog</comment>
        <translation>Name des Standorts oder der Region, deren Terminals er versorgt</translation>
    </message>
    <message>
        <source>Make cluster</source>
        <comment>dialog</comment>
        <translation>Cluster anlegen</translation>
    </message>
    <message>
        <source>The cluster was not made</source>
        <comment>error</comment>
        <translation>Der Cluster wurde nicht angelegt</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <comment>question</comment>
        <translation>%1 entfernen?</translation>
    </message>
    <message>
        <source>Terminals are no longer sent to it and no package is sent there. Its machine keeps what is on its disk. To come back it must join anew.</source>
        <comment>question</comment>
        <translation>Terminals werden nicht mehr zu ihm geschickt, und er bekommt keine Pakete mehr. Seine Maschine behält, was auf ihrer Platte ist. Um zurückzukehren, muss er neu beitreten.</translation>
    </message>
    <message>
        <source>Remove node</source>
        <comment>button</comment>
        <translation>Knoten entfernen</translation>
    </message>
    <message>
        <source>The node was not removed</source>
        <comment>error</comment>
        <translation>Der Knoten wurde nicht entfernt</translation>
    </message>
    <message>
        <source>Remove the cluster %1?</source>
        <comment>question</comment>
        <translation>Den Cluster %1 entfernen?</translation>
    </message>
    <message>
        <source>No node belongs to it. It cannot be removed while a terminal does.</source>
        <comment>question</comment>
        <translation>Kein Knoten gehört dazu. Solange ein Terminal dazugehört, kann er nicht entfernt werden.</translation>
    </message>
    <message>
        <source>Remove cluster</source>
        <comment>button</comment>
        <translation>Cluster entfernen</translation>
    </message>
    <message>
        <source>The cluster was not removed</source>
        <comment>error</comment>
        <translation>Der Cluster wurde nicht entfernt</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::Notifier</name>
    <message numerus="yes">
        <source>%n terminal(s) failed</source>
        <comment>notification</comment>
        <translation>
            <numerusform>%n Terminal fehlgeschlagen</numerusform>
            <numerusform>%n Terminals fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message>
        <source>A rollout was paused by its breaker</source>
        <comment>notification</comment>
        <translation>Ein Rollout wurde von seinem Schutzschalter pausiert</translation>
    </message>
    <message>
        <source>A release waits for approval</source>
        <comment>notification</comment>
        <translation>Ein Release wartet auf Freigabe</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::OverviewPage</name>
    <message>
        <source>Overview</source>
        <comment>page</comment>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>terminals</source>
        <comment>overview, below a number</comment>
        <translation>Terminals</translation>
    </message>
    <message>
        <source>nodes</source>
        <comment>overview, below a number</comment>
        <translation>Knoten</translation>
    </message>
    <message>
        <source>rollouts under way</source>
        <comment>overview, below a number</comment>
        <translation>Rollouts im Gange</translation>
    </message>
    <message>
        <source>Running now</source>
        <comment>overview</comment>
        <translation>Läuft gerade</translation>
    </message>
    <message>
        <source>Waits for you</source>
        <comment>overview</comment>
        <translation>Wartet auf Sie</translation>
    </message>
    <message>
        <source>Versions on the terminals</source>
        <comment>overview</comment>
        <translation>Versionen auf den Terminals</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>overview</comment>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Nodes</source>
        <comment>overview</comment>
        <translation>Knoten</translation>
    </message>
    <message>
        <source>Product</source>
        <comment>overview</comment>
        <translation>Produkt</translation>
    </message>
    <message>
        <source>No terminal runs a product of yours yet.</source>
        <comment>overview</comment>
        <translation>Noch läuft auf keinem Terminal ein Produkt von Ihnen.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a count, what of</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1, begins %2</source>
        <comment>state, time</comment>
        <translation>%1, beginnt %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>state, counts</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between counts</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>rollout, state</comment>
        <translation>%1 – %2</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n terminal(s) failed</source>
        <comment>rollout</comment>
        <translation>
            <numerusform>%1: %n Terminal fehlgeschlagen</numerusform>
            <numerusform>%1: %n Terminals fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message>
        <source>No rollout is under way.</source>
        <comment>overview</comment>
        <translation>Kein Rollout ist im Gange.</translation>
    </message>
    <message>
        <source>Nothing failed in what runs now.</source>
        <comment>overview</comment>
        <translation>In dem, was jetzt läuft, ist nichts fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Approve %1 %2</source>
        <comment>product, version</comment>
        <translation>%1 %2 freigeben</translation>
    </message>
    <message>
        <source>Decide about %1: it is paused</source>
        <comment>rollout</comment>
        <translation>Über %1 entscheiden: Er ist pausiert</translation>
    </message>
    <message>
        <source>Start or delete the draft %1</source>
        <comment>rollout</comment>
        <translation>Den Entwurf %1 starten oder löschen</translation>
    </message>
    <message>
        <source>Open the gate of %1</source>
        <comment>rollout</comment>
        <translation>Die Schranke von %1 öffnen</translation>
    </message>
    <message numerus="yes">
        <source>%n terminal(s) ask to join</source>
        <comment>overview</comment>
        <translation>
            <numerusform>%n Terminal möchte beitreten</numerusform>
            <numerusform>%n Terminals möchten beitreten</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing. Enjoy it.</source>
        <comment>overview</comment>
        <translation>Nichts. Genießen Sie es.</translation>
    </message>
    <message>
        <source>%1 is offline since %2</source>
        <comment>node, time</comment>
        <translation>%1 ist offline seit %2</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n copy(ies) not proven yet</source>
        <comment>node</comment>
        <translation>
            <numerusform>%1: %n Kopie noch nicht nachgewiesen</numerusform>
            <numerusform>%1: %n Kopien noch nicht nachgewiesen</numerusform>
        </translation>
    </message>
    <message>
        <source>Add the first node</source>
        <comment>overview</comment>
        <translation>Den ersten Knoten hinzufügen</translation>
    </message>
    <message>
        <source>All are online and in sync.</source>
        <comment>overview</comment>
        <translation>Alle sind online und synchron.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <comment>lines of the overview</comment>
        <translation>
            <numerusform>und %n weiteres</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>others</source>
        <comment>versions</comment>
        <translation>andere</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::PauseAll</name>
    <message numerus="yes">
        <source>%n rollout(s) paused.</source>
        <comment>pause all</comment>
        <translation>
            <numerusform>%n Rollout pausiert.</numerusform>
            <numerusform>%n Rollouts pausiert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be paused.</source>
        <comment>pause all</comment>
        <translation>
            <numerusform>%n konnte nicht pausiert werden.</numerusform>
            <numerusform>%n konnten nicht pausiert werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>No rollout is under way: there was nothing to pause.</source>
        <comment>pause all</comment>
        <translation>Kein Rollout ist im Gange: Es gab nichts zu pausieren.</translation>
    </message>
    <message>
        <source>No permit is out: nothing more is installed.</source>
        <comment>pause all</comment>
        <translation>Keine Erlaubnis ist erteilt: Nichts wird mehr installiert.</translation>
    </message>
    <message numerus="yes">
        <source>%n permit(s) are out and cannot be recalled from a terminal that stays away.</source>
        <comment>pause all</comment>
        <translation>
            <numerusform>%n Erlaubnis ist erteilt und kann von einem Terminal, das sich nicht meldet, nicht zurückgerufen werden.</numerusform>
            <numerusform>%n Erlaubnisse sind erteilt und können von Terminals, die sich nicht melden, nicht zurückgerufen werden.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::ui::PendingView</name>
    <message>
        <source>Terminals that wait to be let in</source>
        <comment>accessible name</comment>
        <translation>Terminals, die auf Einlass warten</translation>
    </message>
    <message>
        <source>Choose &amp;all</source>
        <comment>button</comment>
        <translation>&amp;Alle wählen</translation>
    </message>
    <message>
        <source>&amp;Let in</source>
        <comment>button</comment>
        <translation>&amp;Einlassen</translation>
    </message>
    <message>
        <source>&amp;Refuse …</source>
        <comment>button</comment>
        <translation>Ab&amp;lehnen …</translation>
    </message>
    <message>
        <source>Nobody waits</source>
        <comment>empty state</comment>
        <translation>Niemand wartet</translation>
    </message>
    <message>
        <source>Terminals wait here when they join with a code that asks for a person&apos;s word, or without a code where that is allowed (Settings, Door for terminals).</source>
        <comment>empty state</comment>
        <translation>Hier warten Terminals, die mit einem Code beitreten, der das Wort eines Menschen verlangt, oder ohne Code, wo das erlaubt ist (Einstellungen, Zugang für Terminals).</translation>
    </message>
    <message>
        <source>Let in only what you know: compare the id and the address with the machine.</source>
        <comment>pending terminals</comment>
        <translation>Lassen Sie nur ein, was Sie kennen: Vergleichen Sie Kennung und Adresse mit der Maschine.</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Let %n in</source>
        <comment>button, several terminals</comment>
        <translation>
            <numerusform>%n &amp;einlassen</numerusform>
            <numerusform>%n &amp;einlassen</numerusform>
        </translation>
    </message>
    <message>
        <source>They were not let in</source>
        <comment>error</comment>
        <translation>Sie wurden nicht eingelassen</translation>
    </message>
    <message numerus="yes">
        <source>Refuse %n terminal(s)?</source>
        <comment>question</comment>
        <translation>
            <numerusform>%n Terminal ablehnen?</numerusform>
            <numerusform>%n Terminals ablehnen?</numerusform>
        </translation>
    </message>
    <message>
        <source>They leave the queue and are not let in. They may ask again.</source>
        <comment>question</comment>
        <translation>Sie verlassen die Warteschlange und werden nicht eingelassen. Sie dürfen erneut anfragen.</translation>
    </message>
    <message>
        <source>Refuse</source>
        <comment>button</comment>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>They were not refused</source>
        <comment>error</comment>
        <translation>Sie wurden nicht abgelehnt</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>error: what, why</comment>
        <translation>%1. %2</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::PhaseEditor</name>
    <message>
        <source>Pattern of phases</source>
        <comment>accessible name</comment>
        <translation>Muster der Phasen</translation>
    </message>
    <message>
        <source>A pilot of 10 %, then all</source>
        <comment>pattern of phases</comment>
        <translation>Erst ein Pilot mit 10 %, dann alle</translation>
    </message>
    <message>
        <source>5 %, 25 %, then all</source>
        <comment>pattern of phases</comment>
        <translation>5 %, 25 %, dann alle</translation>
    </message>
    <message>
        <source>All at once</source>
        <comment>pattern of phases</comment>
        <translation>Alle auf einmal</translation>
    </message>
    <message>
        <source>Phases</source>
        <comment>accessible name</comment>
        <translation>Phasen</translation>
    </message>
    <message>
        <source>Phase</source>
        <comment>column</comment>
        <translation>Phase</translation>
    </message>
    <message>
        <source>Size</source>
        <comment>column</comment>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Of</source>
        <comment>column, unit of the size</comment>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Must succeed</source>
        <comment>column</comment>
        <translation>Mindesterfolg</translation>
    </message>
    <message>
        <source>Then wait</source>
        <comment>column</comment>
        <translation>Dann warten</translation>
    </message>
    <message>
        <source>Gate</source>
        <comment>column</comment>
        <translation>Schranke</translation>
    </message>
    <message>
        <source>&amp;Add phase</source>
        <comment>button</comment>
        <translation>Phase &amp;hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Remove phase</source>
        <comment>button</comment>
        <translation>Phase entfe&amp;rnen</translation>
    </message>
    <message>
        <source>all</source>
        <comment>name of a phase</comment>
        <translation>alle</translation>
    </message>
    <message>
        <source>pilot</source>
        <comment>name of a phase</comment>
        <translation>Pilot</translation>
    </message>
    <message>
        <source>quarter</source>
        <comment>name of a phase</comment>
        <translation>Viertel</translation>
    </message>
    <message>
        <source>Name of the phase</source>
        <comment>accessible name</comment>
        <translation>Name der Phase</translation>
    </message>
    <message>
        <source>Size of the phase</source>
        <comment>accessible name</comment>
        <translation>Größe der Phase</translation>
    </message>
    <message>
        <source>Unit of the size</source>
        <comment>accessible name</comment>
        <translation>Einheit der Größe</translation>
    </message>
    <message>
        <source>% of all</source>
        <comment>size of a phase</comment>
        <translation>% aller</translation>
    </message>
    <message>
        <source>terminals</source>
        <comment>size of a phase</comment>
        <translation>Terminals</translation>
    </message>
    <message>
        <source>Share that must succeed</source>
        <comment>accessible name</comment>
        <translation>Anteil, der erfolgreich sein muss</translation>
    </message>
    <message>
        <source> %</source>
        <comment>percent, after a number</comment>
        <translation> %</translation>
    </message>
    <message>
        <source>Wait before the next phase</source>
        <comment>accessible name</comment>
        <translation>Wartezeit bis zur nächsten Phase</translation>
    </message>
    <message>
        <source> min</source>
        <comment>minutes, after a number</comment>
        <translation> min</translation>
    </message>
    <message>
        <source>opened by hand</source>
        <comment>gate of a phase</comment>
        <translation>von Hand geöffnet</translation>
    </message>
    <message>
        <source>Gate is opened by hand</source>
        <comment>accessible name</comment>
        <translation>Schranke wird von Hand geöffnet</translation>
    </message>
    <message>
        <source>phase %1</source>
        <comment>name of a phase</comment>
        <translation>Phase %1</translation>
    </message>
    <message>
        <source>the rest</source>
        <comment>size of the last phase</comment>
        <translation>der Rest</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::PhaseLadder</name>
    <message>
        <source>Phases</source>
        <comment>accessible name</comment>
        <translation>Phasen</translation>
    </message>
    <message>
        <source>Open</source>
        <comment>sync gate</comment>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Closed</source>
        <comment>sync gate</comment>
        <translation>Geschlossen</translation>
    </message>
    <message>
        <source>Not begun</source>
        <comment>sync gate</comment>
        <translation>Nicht begonnen</translation>
    </message>
    <message>
        <source>Packages on the nodes</source>
        <comment>ladder</comment>
        <translation>Pakete auf den Knoten</translation>
    </message>
    <message>
        <source>copies proven</source>
        <comment>ladder</comment>
        <translation>Kopien nachgewiesen</translation>
    </message>
    <message>
        <source>copies missing</source>
        <comment>ladder</comment>
        <translation>Kopien fehlen</translation>
    </message>
    <message>
        <source>Sync gate: terminals are offered nothing before enough nodes have proven their copies</source>
        <comment>ladder</comment>
        <translation>Sync-Schranke: Terminals wird nichts angeboten, bevor genügend Knoten ihre Kopien nachgewiesen haben</translation>
    </message>
    <message>
        <source>%1. %2 – %3</source>
        <comment>number, name and size of a phase</comment>
        <translation>%1. %2 – %3</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ProfileSettings</name>
    <message>
        <source>Logged in</source>
        <comment>settings</comment>
        <translation>Angemeldet</translation>
    </message>
    <message>
        <source>&amp;Log out …</source>
        <comment>button</comment>
        <translation>&amp;Abmelden …</translation>
    </message>
    <message>
        <source>Another password</source>
        <comment>settings</comment>
        <translation>Anderes Passwort</translation>
    </message>
    <message>
        <source>Password now</source>
        <comment>settings</comment>
        <translation>Jetziges Passwort</translation>
    </message>
    <message>
        <source>New password</source>
        <comment>settings</comment>
        <translation>Neues Passwort</translation>
    </message>
    <message>
        <source>New password again</source>
        <comment>settings</comment>
        <translation>Neues Passwort noch einmal</translation>
    </message>
    <message>
        <source>&amp;Change the password</source>
        <comment>button</comment>
        <translation>&amp;Passwort ändern</translation>
    </message>
    <message>
        <source>It ends your other sessions, on other computers too.</source>
        <comment>settings</comment>
        <translation>Das beendet Ihre anderen Sitzungen, auch auf anderen Rechnern.</translation>
    </message>
    <message>
        <source>The manager on this computer lets in whoever may read its data folder; there is nothing to log out of</source>
        <comment>tool tip</comment>
        <translation>Der Manager auf diesem Rechner lässt ein, wer seinen Datenordner lesen darf; es gibt nichts, wovon man sich abmelden könnte</translation>
    </message>
    <message>
        <source>Whoever comes in with a token has no password here.</source>
        <comment>settings</comment>
        <translation>Wer mit einem Token hereinkommt, hat hier kein Passwort.</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <comment>settings</comment>
        <translation>Noch niemand</translation>
    </message>
    <message>
        <source>with name and password</source>
        <comment>settings, how one came in</comment>
        <translation>mit Name und Passwort</translation>
    </message>
    <message>
        <source>with a token</source>
        <comment>settings, how one came in</comment>
        <translation>mit einem Token</translation>
    </message>
    <message>
        <source>Name</source>
        <comment>settings</comment>
        <translation>Name</translation>
    </message>
    <message>
        <source>Role</source>
        <comment>settings</comment>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Came in</source>
        <comment>settings</comment>
        <translation>Angemeldet</translation>
    </message>
    <message>
        <source>Until</source>
        <comment>settings</comment>
        <translation>Bis</translation>
    </message>
    <message>
        <source>A token has no password; accounts have</source>
        <comment>settings</comment>
        <translation>Ein Token hat kein Passwort; Konten haben eines</translation>
    </message>
    <message>
        <source>The password now must be there</source>
        <comment>settings</comment>
        <translation>Das jetzige Passwort muss angegeben sein</translation>
    </message>
    <message>
        <source>The password now is another one.</source>
        <comment>settings</comment>
        <translation>Das jetzige Passwort ist ein anderes.</translation>
    </message>
    <message>
        <source>It is changed.</source>
        <comment>settings, a password</comment>
        <translation>Es ist geändert.</translation>
    </message>
    <message>
        <source>Log out of %1?</source>
        <comment>question</comment>
        <translation>Von %1 abmelden?</translation>
    </message>
    <message>
        <source>What the keychain holds for it is removed; the manager stays in the list. Rollouts go on.</source>
        <comment>question</comment>
        <translation>Was der Schlüsselbund dafür enthält, wird entfernt; der Manager bleibt in der Liste. Rollouts laufen weiter.</translation>
    </message>
    <message>
        <source>Log out</source>
        <comment>button</comment>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Profile</source>
        <comment>settings</comment>
        <translation>Profil</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ReleaseImport</name>
    <message>
        <source>Packing the folder …</source>
        <comment>import</comment>
        <translation>Der Ordner wird gepackt …</translation>
    </message>
    <message>
        <source>Sending …</source>
        <comment>import</comment>
        <translation>Wird gesendet …</translation>
    </message>
    <message>
        <source>Interrupted, goes on by itself. %1</source>
        <comment>import</comment>
        <translation>Unterbrochen, geht von selbst weiter. %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>bytes sent</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1, %2/s, %3 left</source>
        <comment>bytes sent, rate, time</comment>
        <translation>%1, %2/s, noch %3</translation>
    </message>
    <message>
        <source>Making the release …</source>
        <comment>import</comment>
        <translation>Das Release wird angelegt …</translation>
    </message>
    <message>
        <source>%1 %2 is there</source>
        <comment>product, version</comment>
        <translation>%1 %2 ist da</translation>
    </message>
    <message>
        <source>Nothing was changed</source>
        <comment>import</comment>
        <translation>Nichts wurde geändert</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ReleaseView</name>
    <message>
        <source>What people said</source>
        <comment>release</comment>
        <translation>Was dazu gesagt wurde</translation>
    </message>
    <message>
        <source>No release chosen</source>
        <comment>release</comment>
        <translation>Kein Release gewählt</translation>
    </message>
    <message>
        <source>Choose a release in the table to see what is in it, or drop a file or folder here to import one.</source>
        <comment>release</comment>
        <translation>Wählen Sie ein Release in der Tabelle, um zu sehen, was darin ist, oder legen Sie hier eine Datei oder einen Ordner ab, um sie zu importieren.</translation>
    </message>
    <message>
        <source>&amp;Ask for approval</source>
        <comment>release</comment>
        <translation>Um Freigabe &amp;bitten</translation>
    </message>
    <message>
        <source>A&amp;pprove …</source>
        <comment>release</comment>
        <translation>&amp;Freigeben …</translation>
    </message>
    <message>
        <source>&amp;Refuse …</source>
        <comment>release</comment>
        <translation>&amp;Ablehnen …</translation>
    </message>
    <message>
        <source>&amp;Plan a rollout …</source>
        <comment>release</comment>
        <translation>Rollout &amp;planen …</translation>
    </message>
    <message>
        <source>&amp;Withdraw …</source>
        <comment>release</comment>
        <translation>&amp;Zurückziehen …</translation>
    </message>
    <message>
        <source>&amp;Delete …</source>
        <comment>release</comment>
        <translation>&amp;Löschen …</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>state of a release, what is next</comment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Channel</source>
        <comment>release</comment>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Created</source>
        <comment>release</comment>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <comment>time, name</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>What is new</source>
        <comment>release</comment>
        <translation>Neuerungen</translation>
    </message>
    <message>
        <source>Packages</source>
        <comment>release</comment>
        <translation>Pakete</translation>
    </message>
    <message>
        <source>Digest</source>
        <comment>release</comment>
        <translation>Prüfsumme</translation>
    </message>
    <message>
        <source>✓ %1 approved it %2</source>
        <comment>who, when</comment>
        <translation>✓ %1 hat es freigegeben, %2</translation>
    </message>
    <message>
        <source>✗ %1 refused it %2</source>
        <comment>who, when</comment>
        <translation>✗ %1 hat es abgelehnt, %2</translation>
    </message>
    <message>
        <source>(of what it was then; it was changed since)</source>
        <comment>approval</comment>
        <translation>(von dem, was es damals war; seither wurde es geändert)</translation>
    </message>
    <message>
        <source>It was not given to review</source>
        <comment>error</comment>
        <translation>Es wurde nicht zur Prüfung gegeben</translation>
    </message>
    <message>
        <source>Withdraw %1?</source>
        <comment>question</comment>
        <translation>%1 zurückziehen?</translation>
    </message>
    <message>
        <source>It is offered to no terminal any more, no further permit is given, and nodes drop it after a while. Terminals that run it keep it. This cannot be taken back.</source>
        <comment>question</comment>
        <translation>Es wird keinem Terminal mehr angeboten, keine weitere Erlaubnis wird erteilt, und die Knoten entfernen es nach einer Weile. Terminals, auf denen es läuft, behalten es. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Withdraw release</source>
        <comment>button</comment>
        <translation>Release zurückziehen</translation>
    </message>
    <message>
        <source>The release was not withdrawn</source>
        <comment>error</comment>
        <translation>Das Release wurde nicht zurückgezogen</translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <comment>question</comment>
        <translation>%1 löschen?</translation>
    </message>
    <message>
        <source>The draft goes with its packages. Nobody was offered it.</source>
        <comment>question</comment>
        <translation>Der Entwurf wird mit seinen Paketen gelöscht. Niemandem wurde er angeboten.</translation>
    </message>
    <message>
        <source>Delete draft</source>
        <comment>button</comment>
        <translation>Entwurf löschen</translation>
    </message>
    <message>
        <source>The draft was not deleted</source>
        <comment>error</comment>
        <translation>Der Entwurf wurde nicht gelöscht</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ReleasesPage</name>
    <message>
        <source>Releases</source>
        <comment>page</comment>
        <translation>Releases</translation>
    </message>
    <message>
        <source>Releases</source>
        <comment>accessible name</comment>
        <translation>Releases</translation>
    </message>
    <message>
        <source>No releases yet</source>
        <comment>empty state</comment>
        <translation>Noch keine Releases</translation>
    </message>
    <message>
        <source>Drop a folder, an archive or an image here: it becomes a release that people approve and that rollouts take to terminals.</source>
        <comment>empty state</comment>
        <translation>Legen Sie hier einen Ordner, ein Archiv oder ein Abbild ab: Daraus wird ein Release, das freigegeben wird und das Rollouts auf die Terminals bringen.</translation>
    </message>
    <message>
        <source>Import a release …</source>
        <comment>empty state</comment>
        <translation>Release importieren …</translation>
    </message>
    <message>
        <source>&amp;Import a release …</source>
        <comment>button</comment>
        <translation>Release &amp;importieren …</translation>
    </message>
    <message>
        <source>or drop a file or folder on this page</source>
        <comment>releases</comment>
        <translation>oder eine Datei oder einen Ordner auf dieser Seite ablegen</translation>
    </message>
    <message>
        <source>Import a release …</source>
        <comment>action</comment>
        <translation>Release importieren …</translation>
    </message>
    <message>
        <source>Import %1 %2 for %3</source>
        <comment>product, version, platform</comment>
        <translation>%1 %2 für %3 importieren</translation>
    </message>
    <message>
        <source>The import failed. %1</source>
        <comment>error</comment>
        <translation>Der Import ist fehlgeschlagen. %1</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ReplaceDialog</name>
    <message>
        <source>Replace a key</source>
        <comment>dialog</comment>
        <translation>Einen Schlüssel ersetzen</translation>
    </message>
    <message>
        <source>Key that goes</source>
        <comment>signatures</comment>
        <translation>Schlüssel, der geht</translation>
    </message>
    <message>
        <source>Key that &amp;goes</source>
        <comment>signatures</comment>
        <translation>Schlüssel, der &amp;geht</translation>
    </message>
    <message>
        <source>&amp;Replace the key</source>
        <comment>button</comment>
        <translation>Schlüssel e&amp;rsetzen</translation>
    </message>
    <message>
        <source>For a key that was lost, stolen or got old. A new one is made here and kept in this computer&apos;s keychain; it takes the other&apos;s place wherever that one counted. Sign with another key that holds the root, such as the recovery kit&apos;s. Terminals follow by themselves: none joins anew.</source>
        <comment>dialog</comment>
        <translation>Für einen Schlüssel, der verloren, gestohlen oder alt ist. Hier wird ein neuer angelegt und im Schlüsselbund dieses Rechners aufbewahrt; er tritt überall an die Stelle des anderen. Unterschreiben Sie mit einem anderen Wurzelschlüssel, etwa dem des Notfallpakets. Terminals folgen von selbst: Keines tritt neu bei.</translation>
    </message>
    <message>
        <source>Fetching and verifying …</source>
        <comment>dialog</comment>
        <translation>Wird geholt und geprüft …</translation>
    </message>
    <message>
        <source>No signatures are set up yet.</source>
        <comment>dialog</comment>
        <translation>Es sind noch keine Unterschriften eingerichtet.</translation>
    </message>
    <message>
        <source>%1 (mine, on this computer)</source>
        <comment>a key</comment>
        <translation>%1 (meiner, auf diesem Rechner)</translation>
    </message>
    <message>
        <source>It is not verified</source>
        <comment>dialog</comment>
        <translation>Es ist nicht geprüft</translation>
    </message>
    <message>
        <source>Replacing the key …</source>
        <comment>dialog</comment>
        <translation>Der Schlüssel wird ersetzt …</translation>
    </message>
    <message>
        <source>The passphrase does not open that file.</source>
        <comment>dialog</comment>
        <translation>Die Passphrase öffnet diese Datei nicht.</translation>
    </message>
    <message>
        <source>The key file cannot be read.</source>
        <comment>dialog</comment>
        <translation>Die Schlüsseldatei kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>That key does not hold the root. Choose one that does: the recovery kit&apos;s, or that of another root holder.</source>
        <comment>dialog</comment>
        <translation>Dieser Schlüssel hält die Wurzel nicht. Wählen Sie einen, der es tut: den des Notfallpakets oder den eines anderen, der die Wurzel hält.</translation>
    </message>
    <message>
        <source>The keychain of this computer does not take the new key. Without one, use signalboxctl with a key file.</source>
        <comment>dialog</comment>
        <translation>Der Schlüsselbund dieses Rechners nimmt den neuen Schlüssel nicht an. Ohne Schlüsselbund nehmen Sie signalboxctl mit einer Schlüsseldatei.</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::RolloutView</name>
    <message>
        <source>Parts of the rollout</source>
        <comment>accessible name</comment>
        <translation>Teile des Rollouts</translation>
    </message>
    <message>
        <source>Ladder</source>
        <comment>tab</comment>
        <translation>Ablauf</translation>
    </message>
    <message>
        <source>Terminals</source>
        <comment>tab</comment>
        <translation>Terminals</translation>
    </message>
    <message>
        <source>Plan</source>
        <comment>tab</comment>
        <translation>Plan</translation>
    </message>
    <message>
        <source>No rollout chosen</source>
        <comment>rollout view</comment>
        <translation>Kein Rollout gewählt</translation>
    </message>
    <message>
        <source>Choose a rollout in the table to see its phases, its terminals and what can be done.</source>
        <comment>rollout view</comment>
        <translation>Wählen Sie einen Rollout in der Tabelle, um seine Phasen, seine Terminals und mögliche Schritte zu sehen.</translation>
    </message>
    <message>
        <source>&amp;Start …</source>
        <comment>rollout</comment>
        <translation>&amp;Starten …</translation>
    </message>
    <message>
        <source>Open &amp;gate …</source>
        <comment>rollout</comment>
        <translation>Schranke &amp;öffnen …</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <comment>rollout</comment>
        <translation>&amp;Pausieren</translation>
    </message>
    <message>
        <source>No further terminal is let install; at once. Ctrl+P</source>
        <comment>tool tip</comment>
        <translation>Ab sofort darf kein weiteres Terminal installieren. Strg+P</translation>
    </message>
    <message>
        <source>&amp;Resume …</source>
        <comment>rollout</comment>
        <translation>Fortset&amp;zen …</translation>
    </message>
    <message>
        <source>S&amp;top …</source>
        <comment>rollout</comment>
        <translation>S&amp;toppen …</translation>
    </message>
    <message>
        <source>&amp;Delete …</source>
        <comment>rollout</comment>
        <translation>&amp;Löschen …</translation>
    </message>
    <message>
        <source>&amp;Failures</source>
        <comment>rollout</comment>
        <translation>&amp;Fehlschläge</translation>
    </message>
    <message>
        <source>Which terminals of the rollout</source>
        <comment>accessible name</comment>
        <translation>Welche Terminals des Rollouts</translation>
    </message>
    <message>
        <source>All terminals</source>
        <comment>filter</comment>
        <translation>Alle Terminals</translation>
    </message>
    <message>
        <source>Failed or rolled back</source>
        <comment>filter</comment>
        <translation>Fehlgeschlagen oder zurückgerollt</translation>
    </message>
    <message>
        <source>Under way</source>
        <comment>filter</comment>
        <translation>Im Gange</translation>
    </message>
    <message>
        <source>Waiting</source>
        <comment>filter</comment>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <comment>filter</comment>
        <translation>Erfolgreich</translation>
    </message>
    <message>
        <source>Refused, cancelled, superseded</source>
        <comment>filter</comment>
        <translation>Abgelehnt, abgebrochen, ersetzt</translation>
    </message>
    <message>
        <source>Terminals of the rollout</source>
        <comment>accessible name</comment>
        <translation>Terminals des Rollouts</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>name of a rollout, its release</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Paused by the breaker</source>
        <comment>rollout</comment>
        <translation>Vom Schutzschalter pausiert</translation>
    </message>
    <message>
        <source>Nothing happens before you start it.</source>
        <comment>rollout</comment>
        <translation>Nichts geschieht, bevor Sie ihn starten.</translation>
    </message>
    <message>
        <source>Packages go to the nodes %1 (%2).</source>
        <comment>rollout, a time from now, the time</comment>
        <translation>Pakete gehen %1 an die Knoten (%2).</translation>
    </message>
    <message numerus="yes">
        <source>%n permit(s) are out and cannot be recalled.</source>
        <comment>rollout</comment>
        <translation>
            <numerusform>%n Erlaubnis ist erteilt und kann nicht zurückgerufen werden.</numerusform>
            <numerusform>%n Erlaubnisse sind erteilt und können nicht zurückgerufen werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>off</source>
        <comment>breaker</comment>
        <translation>aus</translation>
    </message>
    <message>
        <source>above %1 failures or %2</source>
        <comment>breaker; 0 is off</comment>
        <translation>über %1 Fehlschläge oder %2</translation>
    </message>
    <message>
        <source>Audience</source>
        <comment>plan</comment>
        <translation>Zielgruppe</translation>
    </message>
    <message>
        <source>every terminal</source>
        <comment>audience</comment>
        <translation>jedes Terminal</translation>
    </message>
    <message>
        <source>Terminals</source>
        <comment>plan</comment>
        <translation>Terminals</translation>
    </message>
    <message>
        <source>Packages go out</source>
        <comment>plan</comment>
        <translation>Ausgabe der Pakete</translation>
    </message>
    <message>
        <source>at once</source>
        <comment>plan</comment>
        <translation>sofort</translation>
    </message>
    <message>
        <source>Terminals may install</source>
        <comment>plan</comment>
        <translation>Terminals dürfen installieren</translation>
    </message>
    <message>
        <source>as soon as they have it</source>
        <comment>plan</comment>
        <translation>sobald sie es haben</translation>
    </message>
    <message>
        <source>Pauses itself</source>
        <comment>plan</comment>
        <translation>Pausiert sich selbst</translation>
    </message>
    <message>
        <source>Tries</source>
        <comment>plan</comment>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>%1 more after the first, %2 later</source>
        <comment>plan</comment>
        <translation>%1 weitere nach dem ersten, jeweils %2 später</translation>
    </message>
    <message>
        <source>Priority</source>
        <comment>plan</comment>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>Permit holds</source>
        <comment>plan</comment>
        <translation>Erlaubnis gilt</translation>
    </message>
    <message>
        <source>Silent for</source>
        <comment>plan</comment>
        <translation>Ohne Rückmeldung</translation>
    </message>
    <message>
        <source>%1 counts as failed</source>
        <comment>plan</comment>
        <translation>gilt nach %1 als fehlgeschlagen</translation>
    </message>
    <message>
        <source>Window</source>
        <comment>plan</comment>
        <translation>Zeitfenster</translation>
    </message>
    <message>
        <source>Deadline</source>
        <comment>plan</comment>
        <translation>Frist</translation>
    </message>
    <message>
        <source>Created</source>
        <comment>plan</comment>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <comment>time, name</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Started</source>
        <comment>plan</comment>
        <translation>Gestartet</translation>
    </message>
    <message>
        <source>Ended</source>
        <comment>plan</comment>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>The rollout was not started</source>
        <comment>error</comment>
        <translation>Der Rollout wurde nicht gestartet</translation>
    </message>
    <message>
        <source>The rollout was not paused</source>
        <comment>error</comment>
        <translation>Der Rollout wurde nicht pausiert</translation>
    </message>
    <message>
        <source>Resume “%1”?</source>
        <comment>question</comment>
        <translation>„%1“ fortsetzen?</translation>
    </message>
    <message>
        <source>The breaker paused it. Resuming accepts the failures so far: the breaker counts from here, and further terminals install this release.</source>
        <comment>question</comment>
        <translation>Der Schutzschalter hat ihn pausiert. Mit dem Fortsetzen werden die bisherigen Fehlschläge hingenommen: Der Schutzschalter zählt von hier an, und weitere Terminals installieren dieses Release.</translation>
    </message>
    <message>
        <source>Further terminals may install this release.</source>
        <comment>question</comment>
        <translation>Weitere Terminals dürfen dieses Release installieren.</translation>
    </message>
    <message>
        <source>Resume rollout</source>
        <comment>button</comment>
        <translation>Rollout fortsetzen</translation>
    </message>
    <message>
        <source>The rollout was not resumed</source>
        <comment>error</comment>
        <translation>Der Rollout wurde nicht fortgesetzt</translation>
    </message>
    <message>
        <source>Stop “%1” for good?</source>
        <comment>question</comment>
        <translation>„%1“ endgültig stoppen?</translation>
    </message>
    <message>
        <source>Stop rollout</source>
        <comment>button</comment>
        <translation>Rollout stoppen</translation>
    </message>
    <message>
        <source>The rollout was not stopped</source>
        <comment>error</comment>
        <translation>Der Rollout wurde nicht gestoppt</translation>
    </message>
    <message>
        <source>Open the gate to “%1”?</source>
        <comment>question, a phase</comment>
        <translation>Schranke zu „%1“ öffnen?</translation>
    </message>
    <message numerus="yes">
        <source>%n more terminal(s) may install once the share of this phase is reached.</source>
        <comment>question</comment>
        <translation>
            <numerusform>%n weiteres Terminal darf installieren, sobald der Anteil dieser Phase erreicht ist.</numerusform>
            <numerusform>%n weitere Terminals dürfen installieren, sobald der Anteil dieser Phase erreicht ist.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open gate</source>
        <comment>button</comment>
        <translation>Schranke öffnen</translation>
    </message>
    <message>
        <source>The gate was not opened</source>
        <comment>error</comment>
        <translation>Die Schranke wurde nicht geöffnet</translation>
    </message>
    <message>
        <source>Delete the draft “%1”?</source>
        <comment>question</comment>
        <translation>Den Entwurf „%1“ löschen?</translation>
    </message>
    <message>
        <source>The plan goes; no terminal has been told of it.</source>
        <comment>question</comment>
        <translation>Der Plan wird gelöscht; kein Terminal hat davon erfahren.</translation>
    </message>
    <message>
        <source>Delete draft</source>
        <comment>button</comment>
        <translation>Entwurf löschen</translation>
    </message>
    <message>
        <source>The draft was not deleted</source>
        <comment>error</comment>
        <translation>Der Entwurf wurde nicht gelöscht</translation>
    </message>
    <message>
        <source>Roll &amp;back …</source>
        <comment>rollout</comment>
        <translation>Zurück&amp;rollen …</translation>
    </message>
    <message>
        <source>Plans how its terminals go back to an older release</source>
        <comment>tool tip</comment>
        <translation>Plant, wie seine Terminals zu einem älteren Release zurückkehren</translation>
    </message>
    <message>
        <source>Freeze</source>
        <comment>plan</comment>
        <translation>Sperrzeit</translation>
    </message>
    <message>
        <source>from %1 to %2 %3</source>
        <comment>freeze: days, why</comment>
        <translation>von %1 bis %2 %3</translation>
    </message>
    <message>
        <source>No further terminal gets this release from this rollout, and it cannot be started again. Terminals that have installed it keep it.</source>
        <comment>question</comment>
        <translation>Kein weiteres Terminal bekommt dieses Release durch diesen Rollout, und er kann nicht wieder gestartet werden. Terminals, die es installiert haben, behalten es.</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::RolloutWizard</name>
    <message>
        <source>Plan a rollout</source>
        <comment>dialog</comment>
        <translation>Rollout planen</translation>
    </message>
    <message>
        <source>&amp;Create rollout</source>
        <comment>button</comment>
        <translation>Rollout &amp;anlegen</translation>
    </message>
    <message>
        <source>What</source>
        <comment>step</comment>
        <translation>Was</translation>
    </message>
    <message>
        <source>Which release goes out, and what people call this rollout.</source>
        <comment>step</comment>
        <translation>Welches Release ausgegeben wird und wie dieser Rollout heißen soll.</translation>
    </message>
    <message>
        <source>Release</source>
        <comment>wizard</comment>
        <translation>Release</translation>
    </message>
    <message>
        <source>Name of the rollout</source>
        <comment>wizard</comment>
        <translation>Name des Rollouts</translation>
    </message>
    <message>
        <source>&amp;Release</source>
        <comment>wizard</comment>
        <translation>&amp;Release</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <comment>wizard</comment>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Who</source>
        <comment>step</comment>
        <translation>Für wen</translation>
    </message>
    <message>
        <source>Which terminals get it. Those that match when it starts are its audience.</source>
        <comment>step</comment>
        <translation>Welche Terminals es bekommen. Die, auf die der Filter beim Start passt, sind die Zielgruppe.</translation>
    </message>
    <message>
        <source>Audience</source>
        <comment>wizard</comment>
        <translation>Zielgruppe</translation>
    </message>
    <message>
        <source>Counting …</source>
        <comment>audience</comment>
        <translation>Wird gezählt …</translation>
    </message>
    <message>
        <source>&amp;Audience</source>
        <comment>wizard</comment>
        <translation>&amp;Zielgruppe</translation>
    </message>
    <message>
        <source>Leave it empty for every terminal. Examples:
tag.site==berlin   terminals with the tag site=berlin
installed.kiosk=lt=2.4   that run an older kiosk than 2.4
tag.kind==till;platform==linux-amd64   both must hold</source>
        <comment>audience</comment>
        <translation>Leer lassen für alle Terminals. Beispiele:
tag.site==berlin   Terminals mit dem Etikett site=berlin
installed.kiosk=lt=2.4   auf denen ein älterer Kiosk als 2.4 läuft
tag.kind==till;platform==linux-amd64   beides muss zutreffen</translation>
    </message>
    <message numerus="yes">
        <source>%n terminal(s) get it</source>
        <comment>audience</comment>
        <translation>
            <numerusform>%n Terminal bekommt es</numerusform>
            <numerusform>%n Terminals bekommen es</numerusform>
        </translation>
    </message>
    <message>
        <source>The filter is not right yet</source>
        <comment>audience</comment>
        <translation>Der Filter ist noch nicht richtig</translation>
    </message>
    <message>
        <source>When</source>
        <comment>step</comment>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Times are of this computer (%1).</source>
        <comment>step</comment>
        <translation>Zeiten sind die dieses Rechners (%1).</translation>
    </message>
    <message>
        <source>Packages go to the nodes not before</source>
        <comment>wizard</comment>
        <translation>Pakete gehen an die Knoten nicht vor</translation>
    </message>
    <message>
        <source>Issue time</source>
        <comment>wizard</comment>
        <translation>Ausgabezeit</translation>
    </message>
    <message>
        <source>Terminals install not before</source>
        <comment>wizard</comment>
        <translation>Terminals installieren nicht vor</translation>
    </message>
    <message>
        <source>Update time</source>
        <comment>wizard</comment>
        <translation>Update-Zeit</translation>
    </message>
    <message>
        <source>The user of each terminal must confirm first</source>
        <comment>wizard</comment>
        <translation>Der Benutzer jedes Terminals muss zuerst zustimmen</translation>
    </message>
    <message>
        <source>Terminals download as soon as enough nodes have the packages, and hold them until they may install.</source>
        <comment>wizard</comment>
        <translation>Terminals laden herunter, sobald genügend Knoten die Pakete haben, und halten sie bereit, bis sie installieren dürfen.</translation>
    </message>
    <message>
        <source>How</source>
        <comment>step</comment>
        <translation>Wie</translation>
    </message>
    <message>
        <source>A few terminals first; the next phase begins when the one before went well.</source>
        <comment>step</comment>
        <translation>Zuerst wenige Terminals; die nächste Phase beginnt, wenn die vorige gut verlaufen ist.</translation>
    </message>
    <message>
        <source>Pause above this share of failures</source>
        <comment>wizard</comment>
        <translation>Pausieren über diesem Anteil an Fehlschlägen</translation>
    </message>
    <message>
        <source> %</source>
        <comment>percent, after a number</comment>
        <translation> %</translation>
    </message>
    <message>
        <source>off</source>
        <comment>breaker</comment>
        <translation>aus</translation>
    </message>
    <message>
        <source>Pause above this many failures</source>
        <comment>wizard</comment>
        <translation>Pausieren über dieser Zahl von Fehlschlägen</translation>
    </message>
    <message>
        <source>Attempts after the first</source>
        <comment>wizard</comment>
        <translation>Versuche nach dem ersten</translation>
    </message>
    <message>
        <source>Priority</source>
        <comment>wizard</comment>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>Of several rollouts that want one terminal the highest goes first</source>
        <comment>tool tip</comment>
        <translation>Wollen mehrere Rollouts dasselbe Terminal, kommt der mit der höchsten zuerst</translation>
    </message>
    <message>
        <source>Pause itself above</source>
        <comment>wizard</comment>
        <translation>Pausiert sich selbst über</translation>
    </message>
    <message>
        <source>or above this many failures</source>
        <comment>wizard</comment>
        <translation>oder über dieser Zahl von Fehlschlägen</translation>
    </message>
    <message>
        <source>Look it over</source>
        <comment>step</comment>
        <translation>Durchsehen</translation>
    </message>
    <message>
        <source>Start it at once</source>
        <comment>wizard</comment>
        <translation>Sofort starten</translation>
    </message>
    <message>
        <source>Without this it stays a draft: nothing happens before you start it.</source>
        <comment>wizard</comment>
        <translation>Ohne dies bleibt er ein Entwurf: Nichts geschieht, bevor Sie ihn starten.</translation>
    </message>
    <message>
        <source>%1 %2 (%3) – %4</source>
        <comment>product, version, channel, state of a release</comment>
        <translation>%1 %2 (%3) – %4</translation>
    </message>
    <message>
        <source>There is no release yet. Import one on the page Releases first.</source>
        <comment>wizard</comment>
        <translation>Es gibt noch kein Release. Importieren Sie zuerst eines auf der Seite Releases.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>product, version</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>It is not approved yet: the rollout can be planned, and started once it is.</source>
        <comment>wizard</comment>
        <translation>Es ist noch nicht freigegeben: Der Rollout kann geplant und nach der Freigabe gestartet werden.</translation>
    </message>
    <message>
        <source>Release</source>
        <comment>plan</comment>
        <translation>Release</translation>
    </message>
    <message>
        <source>Audience</source>
        <comment>plan</comment>
        <translation>Zielgruppe</translation>
    </message>
    <message>
        <source>every terminal</source>
        <comment>audience</comment>
        <translation>jedes Terminal</translation>
    </message>
    <message>
        <source>at once</source>
        <comment>plan</comment>
        <translation>sofort</translation>
    </message>
    <message>
        <source>from %1</source>
        <comment>time</comment>
        <translation>ab %1</translation>
    </message>
    <message>
        <source>as soon as they have it</source>
        <comment>plan</comment>
        <translation>sobald sie es haben</translation>
    </message>
    <message>
        <source>Windows</source>
        <comment>plan</comment>
        <translation>Zeitfenster</translation>
    </message>
    <message>
        <source>any time</source>
        <comment>plan</comment>
        <translation>jederzeit</translation>
    </message>
    <message>
        <source>Pauses itself above</source>
        <comment>plan</comment>
        <translation>Pausiert sich selbst über</translation>
    </message>
    <message>
        <source>%1 failures, %2</source>
        <comment>breaker: share, count</comment>
        <translation>%1 Fehlschläge, %2</translation>
    </message>
    <message>
        <source>The rollout was created but not started</source>
        <comment>error</comment>
        <translation>Der Rollout wurde angelegt, aber nicht gestartet</translation>
    </message>
    <message>
        <source>Plan a roll-back</source>
        <comment>dialog</comment>
        <translation>Rollback planen</translation>
    </message>
    <message>
        <source>To which older release the terminals go that got the newer one by “%1”.</source>
        <comment>step</comment>
        <translation>Zu welchem älteren Release die Terminals zurückkehren, die das neuere durch „%1“ bekommen haben.</translation>
    </message>
    <message>
        <source>Leave out terminals that were not heard of for</source>
        <comment>wizard</comment>
        <translation>Terminals auslassen, die sich nicht gemeldet haben seit</translation>
    </message>
    <message>
        <source>Days without contact</source>
        <comment>wizard</comment>
        <translation>Tage ohne Kontakt</translation>
    </message>
    <message>
        <source> days</source>
        <comment>days, after a number</comment>
        <translation> Tagen</translation>
    </message>
    <message>
        <source>Terminals that come to match it later join the last phase</source>
        <comment>wizard</comment>
        <translation>Terminals, auf die er später passt, kommen in die letzte Phase</translation>
    </message>
    <message>
        <source>Terminals install</source>
        <comment>wizard</comment>
        <translation>Terminals installieren</translation>
    </message>
    <message>
        <source>Terminals cannot install before the packages go to the nodes.</source>
        <comment>wizard</comment>
        <translation>Terminals können nicht installieren, bevor die Pakete an die Knoten gehen.</translation>
    </message>
    <message>
        <source>This is what would happen if it started now; nothing has happened yet.</source>
        <comment>step</comment>
        <translation>Das geschähe, wenn er jetzt startete; noch ist nichts geschehen.</translation>
    </message>
    <message>
        <source>There is no older release to go back to.</source>
        <comment>wizard</comment>
        <translation>Es gibt kein älteres Release, zu dem man zurückkehren könnte.</translation>
    </message>
    <message>
        <source>Back to %1</source>
        <comment>name of a roll-back</comment>
        <translation>Zurück zu %1</translation>
    </message>
    <message>
        <source>packages go out %1, terminals install %2</source>
        <comment>plan, two times</comment>
        <translation>Ausgabe der Pakete %1, Terminals installieren %2</translation>
    </message>
    <message>
        <source>not from %1 to %2</source>
        <comment>plan, days of a freeze</comment>
        <translation>nicht von %1 bis %2</translation>
    </message>
    <message>
        <source>all by %1</source>
        <comment>plan, a deadline</comment>
        <translation>alle bis %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>plan: how many, the filter</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Times</source>
        <comment>plan</comment>
        <translation>Zeiten</translation>
    </message>
    <message numerus="yes">
        <source>%n terminal(s) match</source>
        <comment>audience</comment>
        <translation>
            <numerusform>%n Terminal passt</numerusform>
            <numerusform>%n Terminals passen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::ui::RolloutsPage</name>
    <message>
        <source>Rollouts</source>
        <comment>page</comment>
        <translation>Rollouts</translation>
    </message>
    <message>
        <source>Rollouts</source>
        <comment>accessible name</comment>
        <translation>Rollouts</translation>
    </message>
    <message>
        <source>No rollouts yet</source>
        <comment>empty state</comment>
        <translation>Noch keine Rollouts</translation>
    </message>
    <message>
        <source>A rollout takes an approved release to the terminals that you choose: phase by phase, at the time that you set, and it pauses itself when too much fails.</source>
        <comment>empty state</comment>
        <translation>Ein Rollout bringt ein freigegebenes Release auf die Terminals, die Sie wählen: Phase für Phase, zu der Zeit, die Sie festlegen; und er pausiert sich selbst, wenn zu viel fehlschlägt.</translation>
    </message>
    <message>
        <source>Plan a rollout …</source>
        <comment>empty state</comment>
        <translation>Rollout planen …</translation>
    </message>
    <message>
        <source>Pla&amp;n a rollout …</source>
        <comment>button</comment>
        <translation>Rollout pla&amp;nen …</translation>
    </message>
    <message>
        <source>Plan a rollout …</source>
        <comment>action</comment>
        <translation>Rollout planen …</translation>
    </message>
    <message>
        <source>Start the chosen rollout …</source>
        <comment>action</comment>
        <translation>Den gewählten Rollout starten …</translation>
    </message>
    <message>
        <source>Pause the chosen rollout</source>
        <comment>action</comment>
        <translation>Den gewählten Rollout pausieren</translation>
    </message>
    <message>
        <source>Resume the chosen rollout …</source>
        <comment>action</comment>
        <translation>Den gewählten Rollout fortsetzen …</translation>
    </message>
    <message>
        <source>Stop the chosen rollout …</source>
        <comment>action</comment>
        <translation>Den gewählten Rollout stoppen …</translation>
    </message>
    <message>
        <source>Roll back the chosen rollout …</source>
        <comment>action</comment>
        <translation>Den gewählten Rollout zurückrollen …</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ScheduleEditor</name>
    <message>
        <source>every day</source>
        <comment>days of a window</comment>
        <translation>jeden Tag</translation>
    </message>
    <message>
        <source>Monday to Friday</source>
        <comment>days of a window</comment>
        <translation>Montag bis Freitag</translation>
    </message>
    <message>
        <source>Saturday and Sunday</source>
        <comment>days of a window</comment>
        <translation>Samstag und Sonntag</translation>
    </message>
    <message>
        <source>%1 from %2 for %3</source>
        <comment>a window: days, time, duration</comment>
        <translation>%1 ab %2 für %3</translation>
    </message>
    <message>
        <source>from %1 for %2 %3</source>
        <comment>a window: begin, duration, rule</comment>
        <translation>ab %1 für %2 %3</translation>
    </message>
    <message>
        <source>When terminals may install</source>
        <comment>accessible name</comment>
        <translation>Wann Terminals installieren dürfen</translation>
    </message>
    <message>
        <source>at any time</source>
        <comment>windows</comment>
        <translation>jederzeit</translation>
    </message>
    <message>
        <source>at night, 22:00 to 05:00</source>
        <comment>windows</comment>
        <translation>nachts, 22:00 bis 05:00</translation>
    </message>
    <message>
        <source>at the weekend, all day</source>
        <comment>windows</comment>
        <translation>am Wochenende, ganztägig</translation>
    </message>
    <message>
        <source>in windows of my own …</source>
        <comment>windows</comment>
        <translation>in eigenen Zeitfenstern …</translation>
    </message>
    <message>
        <source>Whose clock</source>
        <comment>accessible name</comment>
        <translation>Wessen Uhr</translation>
    </message>
    <message>
        <source>by each terminal&apos;s own clock</source>
        <comment>windows</comment>
        <translation>nach der Uhr jedes Terminals</translation>
    </message>
    <message>
        <source>Windows</source>
        <comment>accessible name</comment>
        <translation>Zeitfenster</translation>
    </message>
    <message>
        <source>Days</source>
        <comment>column</comment>
        <translation>Tage</translation>
    </message>
    <message>
        <source>From</source>
        <comment>column</comment>
        <translation>Ab</translation>
    </message>
    <message>
        <source>For</source>
        <comment>column, a duration</comment>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Add &amp;window</source>
        <comment>button</comment>
        <translation>Zeit&amp;fenster hinzufügen</translation>
    </message>
    <message>
        <source>Remove window</source>
        <comment>button</comment>
        <translation>Zeitfenster entfernen</translation>
    </message>
    <message>
        <source>Days on which nothing is installed</source>
        <comment>accessible name</comment>
        <translation>Tage, an denen nichts installiert wird</translation>
    </message>
    <message>
        <source>From</source>
        <comment>column, a day</comment>
        <translation>Von</translation>
    </message>
    <message>
        <source>To, inclusive</source>
        <comment>column, a day</comment>
        <translation>Bis einschließlich</translation>
    </message>
    <message>
        <source>Why</source>
        <comment>column</comment>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Add &amp;freeze</source>
        <comment>button</comment>
        <translation>&amp;Sperrzeit hinzufügen</translation>
    </message>
    <message>
        <source>Remove freeze</source>
        <comment>button</comment>
        <translation>Sperrzeit entfernen</translation>
    </message>
    <message>
        <source>Never on days of a freeze, such as stock-taking or holidays.</source>
        <comment>wizard</comment>
        <translation>Nie an Tagen einer Sperrzeit, etwa bei Inventur oder an Feiertagen.</translation>
    </message>
    <message>
        <source>All must have it by</source>
        <comment>wizard, a deadline</comment>
        <translation>Alle müssen es haben bis</translation>
    </message>
    <message>
        <source>Deadline</source>
        <comment>accessible name</comment>
        <translation>Frist</translation>
    </message>
    <message>
        <source>What becomes of those that have not</source>
        <comment>accessible name</comment>
        <translation>Was mit denen geschieht, die es nicht haben</translation>
    </message>
    <message>
        <source>else they go on waiting</source>
        <comment>after the deadline</comment>
        <translation>sonst warten sie weiter</translation>
    </message>
    <message>
        <source>else they count as failed</source>
        <comment>after the deadline</comment>
        <translation>sonst gelten sie als fehlgeschlagen</translation>
    </message>
    <message>
        <source>else they install at once</source>
        <comment>after the deadline</comment>
        <translation>sonst installieren sie sofort</translation>
    </message>
    <message>
        <source>Days of the window</source>
        <comment>accessible name</comment>
        <translation>Tage des Zeitfensters</translation>
    </message>
    <message>
        <source>once</source>
        <comment>days of a window</comment>
        <translation>einmal</translation>
    </message>
    <message>
        <source>Begin of the window</source>
        <comment>accessible name</comment>
        <translation>Beginn des Zeitfensters</translation>
    </message>
    <message>
        <source>Length of the window</source>
        <comment>accessible name</comment>
        <translation>Länge des Zeitfensters</translation>
    </message>
    <message>
        <source> h</source>
        <comment>hours, after a number</comment>
        <translation> h</translation>
    </message>
    <message>
        <source>First day</source>
        <comment>accessible name</comment>
        <translation>Erster Tag</translation>
    </message>
    <message>
        <source>Last day</source>
        <comment>accessible name</comment>
        <translation>Letzter Tag</translation>
    </message>
    <message>
        <source>Why</source>
        <comment>accessible name</comment>
        <translation>Warum</translation>
    </message>
    <message>
        <source>stock-taking</source>
        <comment>an example of why nothing is installed</comment>
        <translation>Inventur</translation>
    </message>
    <message>
        <source>A freeze ends before it begins.</source>
        <comment>wizard</comment>
        <translation>Eine Sperrzeit endet, bevor sie beginnt.</translation>
    </message>
    <message>
        <source>The deadline is over already.</source>
        <comment>wizard</comment>
        <translation>Die Frist ist schon vorbei.</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::SettingsPage</name>
    <message>
        <source>Parts of the settings</source>
        <comment>accessible name</comment>
        <translation>Teile der Einstellungen</translation>
    </message>
    <message>
        <source>Settings: %1</source>
        <comment>action, a part of the settings</comment>
        <translation>Einstellungen: %1</translation>
    </message>
    <message>
        <source>Settings</source>
        <comment>page</comment>
        <translation>Einstellungen</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::SetupDialog</name>
    <message>
        <source>Set up signatures</source>
        <comment>dialog</comment>
        <translation>Unterschriften einrichten</translation>
    </message>
    <message>
        <source>&amp;Set up signatures</source>
        <comment>button</comment>
        <translation>Unterschriften &amp;einrichten</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::SetupPanel</name>
    <message>
        <source>From then on terminals install only what your key signed: no download server, no network and no stolen manager can slip in anything else.
Not protected: a manager that was taken over can still choose among releases that were signed, stop upgrades, and tell you stories about what happened. Whoever has your key, while one signature is enough, speaks for you. What was put into a package before you sign it is not seen by a signature.</source>
        <comment>signatures</comment>
        <translation>Von da an installieren Terminals nur, was Ihr Schlüssel unterschrieben hat: Kein Download-Server, kein Netz und kein gekaperter Manager kann etwas anderes unterschieben.
Nicht geschützt: Ein gekaperter Manager kann immer noch unter unterschriebenen Releases wählen, Upgrades aufhalten und Ihnen Märchen über das Geschehene erzählen. Wer Ihren Schlüssel hat, spricht für Sie, solange eine Unterschrift genügt. Was in ein Paket kam, bevor Sie es unterschreiben, sieht eine Unterschrift nicht.</translation>
    </message>
    <message>
        <source>Signatures are set up. Keep the recovery kit away from this computer.</source>
        <comment>setup</comment>
        <translation>Die Unterschriften sind eingerichtet. Bewahren Sie das Notfallpaket fern von diesem Rechner auf.</translation>
    </message>
    <message>
        <source>Where your key lies</source>
        <comment>setup</comment>
        <translation>Wo Ihr Schlüssel liegt</translation>
    </message>
    <message>
        <source>In this computer&apos;s keychain</source>
        <comment>setup</comment>
        <translation>Im Schlüsselbund dieses Rechners</translation>
    </message>
    <message>
        <source>In a file behind a passphrase</source>
        <comment>setup</comment>
        <translation>In einer Datei mit Passphrase</translation>
    </message>
    <message>
        <source>File of your key</source>
        <comment>setup</comment>
        <translation>Datei Ihres Schlüssels</translation>
    </message>
    <message>
        <source>Passphrase of your key</source>
        <comment>setup</comment>
        <translation>Passphrase Ihres Schlüssels</translation>
    </message>
    <message>
        <source>&amp;Browse …</source>
        <comment>button</comment>
        <translation>&amp;Durchsuchen …</translation>
    </message>
    <message>
        <source>Choose the file of your key</source>
        <comment>setup</comment>
        <translation>Datei Ihres Schlüssels wählen</translation>
    </message>
    <message>
        <source>Your &amp;key</source>
        <comment>setup</comment>
        <translation>Ihr &amp;Schlüssel</translation>
    </message>
    <message>
        <source>Key &amp;file</source>
        <comment>setup</comment>
        <translation>Schlüsselda&amp;tei</translation>
    </message>
    <message>
        <source>&amp;Its passphrase</source>
        <comment>setup</comment>
        <translation>&amp;Ihre Passphrase</translation>
    </message>
    <message>
        <source>Where shall your key lie?</source>
        <comment>dialog</comment>
        <translation>Wo soll Ihr Schlüssel liegen?</translation>
    </message>
    <message>
        <source>File of the recovery kit</source>
        <comment>setup</comment>
        <translation>Datei des Notfallpakets</translation>
    </message>
    <message>
        <source>on a stick or a disk that you keep elsewhere</source>
        <comment>setup</comment>
        <translation>auf einem Stick, der anderswo liegt</translation>
    </message>
    <message>
        <source>Passphrase of the recovery kit</source>
        <comment>setup</comment>
        <translation>Passphrase des Notfallpakets</translation>
    </message>
    <message>
        <source>Passphrase of the recovery kit, again</source>
        <comment>setup</comment>
        <translation>Passphrase des Notfallpakets, noch einmal</translation>
    </message>
    <message>
        <source>B&amp;rowse …</source>
        <comment>button</comment>
        <translation>D&amp;urchsuchen …</translation>
    </message>
    <message>
        <source>Choose the file of the recovery kit</source>
        <comment>setup</comment>
        <translation>Datei des Notfallpakets wählen</translation>
    </message>
    <message>
        <source>&amp;Recovery kit</source>
        <comment>setup</comment>
        <translation>&amp;Notfallpaket</translation>
    </message>
    <message>
        <source>Its &amp;passphrase</source>
        <comment>setup</comment>
        <translation>Seine &amp;Passphrase</translation>
    </message>
    <message>
        <source>The same &amp;again</source>
        <comment>setup</comment>
        <translation>Dieselbe noch &amp;einmal</translation>
    </message>
    <message>
        <source>The kit holds a second key. With it and its passphrase you go on when this computer or its key is lost; without both, terminals would have to be joined anew. Write the passphrase down and keep it apart from the kit.</source>
        <comment>setup</comment>
        <translation>Das Paket enthält einen zweiten Schlüssel. Mit ihm und seiner Passphrase geht es weiter, wenn dieser Rechner oder sein Schlüssel verloren ist; ohne beides müssten Terminals neu beitreten. Schreiben Sie die Passphrase auf und bewahren Sie sie getrennt vom Paket auf.</translation>
    </message>
    <message>
        <source>Where shall the recovery kit lie?</source>
        <comment>dialog</comment>
        <translation>Wo soll das Notfallpaket liegen?</translation>
    </message>
    <message>
        <source>It is being done</source>
        <comment>setup</comment>
        <translation>Es wird gerade erledigt</translation>
    </message>
    <message numerus="yes">
        <source>A passphrase has %n characters at least</source>
        <comment>setup</comment>
        <translation>
            <numerusform>Eine Passphrase hat mindestens %n Zeichen</numerusform>
            <numerusform>Eine Passphrase hat mindestens %n Zeichen</numerusform>
        </translation>
    </message>
    <message>
        <source>Say where your key shall lie</source>
        <comment>setup</comment>
        <translation>Sagen Sie, wo Ihr Schlüssel liegen soll</translation>
    </message>
    <message>
        <source>Say where the recovery kit shall lie</source>
        <comment>setup</comment>
        <translation>Sagen Sie, wo das Notfallpaket liegen soll</translation>
    </message>
    <message>
        <source>The two passphrases differ</source>
        <comment>setup</comment>
        <translation>Die beiden Passphrasen sind verschieden</translation>
    </message>
    <message>
        <source>Making and keeping the keys …</source>
        <comment>setup</comment>
        <translation>Schlüssel werden angelegt und aufbewahrt …</translation>
    </message>
    <message>
        <source>This computer has no keychain. Choose a file behind a passphrase instead.</source>
        <comment>setup</comment>
        <translation>Dieser Rechner hat keinen Schlüsselbund. Wählen Sie stattdessen eine Datei mit Passphrase.</translation>
    </message>
    <message>
        <source>The keychain did not take the key. Unlock it, or choose a file behind a passphrase.</source>
        <comment>setup</comment>
        <translation>Der Schlüsselbund hat den Schlüssel nicht angenommen. Entsperren Sie ihn oder wählen Sie eine Datei mit Passphrase.</translation>
    </message>
    <message>
        <source>There is a file of that name already. A key is never written over: choose another name.</source>
        <comment>setup</comment>
        <translation>Eine Datei dieses Namens gibt es schon. Ein Schlüssel wird nie überschrieben: Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>The file cannot be written there.</source>
        <comment>setup</comment>
        <translation>Die Datei kann dort nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Signatures are set up on this manager already.</source>
        <comment>setup</comment>
        <translation>Auf diesem Manager sind Unterschriften schon eingerichtet.</translation>
    </message>
    <message>
        <source>The manager published something else than what was signed here. Do not use it, and look who else has access to it.</source>
        <comment>setup</comment>
        <translation>Der Manager hat etwas anderes veröffentlicht, als hier unterschrieben wurde. Benutzen Sie ihn nicht und sehen Sie nach, wer sonst Zugang hat.</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::SignDialog</name>
    <message>
        <source>Sign</source>
        <comment>dialog</comment>
        <translation>Unterschreiben</translation>
    </message>
    <message>
        <source>What your signature says</source>
        <comment>signatures</comment>
        <translation>Was Ihre Unterschrift sagt</translation>
    </message>
    <message>
        <source>I have looked at what this is</source>
        <comment>dialog</comment>
        <translation>Ich habe mir angesehen, was das ist</translation>
    </message>
    <message>
        <source>&amp;Sign</source>
        <comment>button</comment>
        <translation>&amp;Unterschreiben</translation>
    </message>
    <message>
        <source>Made on this computer from what is signed, and compared with what it verified before: nobody else says this. Your key stays here; the manager gets the signature alone.</source>
        <comment>dialog</comment>
        <translation>Auf diesem Rechner aus dem gemacht, was unterschrieben wird, und mit dem verglichen, was er zuvor geprüft hat: Niemand sonst sagt das. Ihr Schlüssel bleibt hier; der Manager bekommt nur die Unterschrift.</translation>
    </message>
    <message>
        <source>Nothing waits for signatures</source>
        <comment>dialog</comment>
        <translation>Nichts wartet auf Unterschriften</translation>
    </message>
    <message>
        <source>It was signed, changed or taken back in the meantime.</source>
        <comment>dialog</comment>
        <translation>Es wurde inzwischen unterschrieben, geändert oder zurückgenommen.</translation>
    </message>
    <message>
        <source>Fetching and verifying …</source>
        <comment>dialog</comment>
        <translation>Wird geholt und geprüft …</translation>
    </message>
    <message>
        <source>What is to be signed cannot be read. Nothing is signed.</source>
        <comment>dialog</comment>
        <translation>Was unterschrieben werden soll, ist nicht lesbar. Nichts wird unterschrieben.</translation>
    </message>
    <message>
        <source>What the manager published does not verify against what this computer believed before: its signatures are missing, ended, or somebody else&apos;s. Nothing is signed. Ask the other holders of keys before anything else.</source>
        <comment>dialog</comment>
        <translation>Was der Manager veröffentlicht hat, passt nicht zu dem, was dieser Rechner bisher für wahr hielt: Unterschriften fehlen, sind abgelaufen oder von jemand anderem. Nichts wird unterschrieben. Fragen Sie zuerst die anderen, die Schlüssel halten.</translation>
    </message>
    <message>
        <source>What is to be signed does not follow on what this computer verified. Nothing is signed.</source>
        <comment>dialog</comment>
        <translation>Was unterschrieben werden soll, folgt nicht auf das, was dieser Rechner geprüft hat. Nichts wird unterschrieben.</translation>
    </message>
    <message>
        <source>The manager is gone.</source>
        <comment>dialog</comment>
        <translation>Der Manager ist weg.</translation>
    </message>
    <message>
        <source>Version %1 of this file, good until %2.</source>
        <comment>statement</comment>
        <translation>Version %1 dieser Datei, gültig bis %2.</translation>
    </message>
    <message>
        <source>%1 of %2 signatures are there.</source>
        <comment>signatures</comment>
        <translation>%1 von %2 Unterschriften sind da.</translation>
    </message>
    <message>
        <source>The manager says that they are by %1.</source>
        <comment>signatures, names</comment>
        <translation>Nach Angabe des Managers sind sie von %1.</translation>
    </message>
    <message>
        <source>Signed with: %1</source>
        <comment>signatures, keys</comment>
        <translation>Unterschrieben mit: %1</translation>
    </message>
    <message>
        <source>What the manager shows of %1 is not what would be signed: its digest, computed here, is another. Nothing is signed.</source>
        <comment>dialog, a release</comment>
        <translation>Was der Manager von %1 zeigt, ist nicht, was unterschrieben würde: Die hier berechnete Prüfsumme ist eine andere. Nichts wird unterschrieben.</translation>
    </message>
    <message>
        <source>It is not verified</source>
        <comment>dialog</comment>
        <translation>Es ist nicht geprüft</translation>
    </message>
    <message>
        <source>Look at it first</source>
        <comment>dialog</comment>
        <translation>Sehen Sie es sich zuerst an</translation>
    </message>
    <message>
        <source>Signing …</source>
        <comment>dialog</comment>
        <translation>Es wird unterschrieben …</translation>
    </message>
    <message>
        <source>The passphrase does not open that file.</source>
        <comment>dialog</comment>
        <translation>Die Passphrase öffnet diese Datei nicht.</translation>
    </message>
    <message>
        <source>The key file cannot be read.</source>
        <comment>dialog</comment>
        <translation>Die Schlüsseldatei kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>That key has signed this already; one person counts once.</source>
        <comment>dialog</comment>
        <translation>Dieser Schlüssel hat das schon unterschrieben; eine Person zählt einmal.</translation>
    </message>
    <message>
        <source>That key is none of those that may sign this.</source>
        <comment>dialog</comment>
        <translation>Dieser Schlüssel gehört nicht zu denen, die das unterschreiben dürfen.</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::SignatureSettings</name>
    <message>
        <source>Whose signatures releases need</source>
        <comment>settings</comment>
        <translation>Wessen Unterschriften Releases brauchen</translation>
    </message>
    <message>
        <source>Roles and their keys</source>
        <comment>accessible name</comment>
        <translation>Rollen und ihre Schlüssel</translation>
    </message>
    <message>
        <source>What</source>
        <comment>column</comment>
        <translation>Was</translation>
    </message>
    <message>
        <source>Signatures</source>
        <comment>column</comment>
        <translation>Unterschriften</translation>
    </message>
    <message>
        <source>Keys</source>
        <comment>column</comment>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Ends</source>
        <comment>column</comment>
        <translation>Endet</translation>
    </message>
    <message>
        <source>&amp;Set up …</source>
        <comment>button</comment>
        <translation>&amp;Einrichten …</translation>
    </message>
    <message>
        <source>&amp;Approvers …</source>
        <comment>button</comment>
        <translation>&amp;Freigebende …</translation>
    </message>
    <message>
        <source>Root &amp;holders …</source>
        <comment>button</comment>
        <translation>&amp;Wurzelschlüssel …</translation>
    </message>
    <message>
        <source>&amp;Lost key …</source>
        <comment>button</comment>
        <translation>&amp;Verlorener Schlüssel …</translation>
    </message>
    <message>
        <source>Re&amp;new …</source>
        <comment>button</comment>
        <translation>Er&amp;neuern …</translation>
    </message>
    <message>
        <source>Replace a key: lost, stolen or old; restore from the recovery kit</source>
        <comment>tool tip</comment>
        <translation>Einen Schlüssel ersetzen: verloren, gestohlen oder alt; mit dem Notfallpaket wiederherstellen</translation>
    </message>
    <message>
        <source>Waits for signatures</source>
        <comment>settings</comment>
        <translation>Wartet auf Unterschriften</translation>
    </message>
    <message>
        <source>What waits for signatures</source>
        <comment>accessible name</comment>
        <translation>Was auf Unterschriften wartet</translation>
    </message>
    <message>
        <source>Signed with</source>
        <comment>column</comment>
        <translation>Unterschrieben mit</translation>
    </message>
    <message>
        <source>Re&amp;view and sign …</source>
        <comment>button</comment>
        <translation>&amp;Ansehen und unterschreiben …</translation>
    </message>
    <message>
        <source>&amp;Take back …</source>
        <comment>button</comment>
        <translation>&amp;Zurücknehmen …</translation>
    </message>
    <message>
        <source>My keys on this computer</source>
        <comment>settings</comment>
        <translation>Meine Schlüssel auf diesem Rechner</translation>
    </message>
    <message>
        <source>My keys on this computer</source>
        <comment>accessible name</comment>
        <translation>Meine Schlüssel auf diesem Rechner</translation>
    </message>
    <message>
        <source>Key</source>
        <comment>column</comment>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>They lie in the keychain of this computer and go nowhere else. What others get is the public key.</source>
        <comment>settings</comment>
        <translation>Sie liegen im Schlüsselbund dieses Rechners und gehen nirgendwo sonst hin. Andere bekommen den öffentlichen Schlüssel.</translation>
    </message>
    <message>
        <source>&amp;Make a key</source>
        <comment>button</comment>
        <translation>Schlüssel an&amp;legen</translation>
    </message>
    <message>
        <source>Save the &amp;public key …</source>
        <comment>button</comment>
        <translation>&amp;Öffentlichen Schlüssel speichern …</translation>
    </message>
    <message>
        <source>&amp;Delete …</source>
        <comment>button</comment>
        <translation>Lösc&amp;hen …</translation>
    </message>
    <message>
        <source>No signatures are asked for: whoever holds an administrator&apos;s token, or the manager&apos;s machine, can approve a release.</source>
        <comment>settings</comment>
        <translation>Es werden keine Unterschriften verlangt: Wer das Token eines Administrators oder die Maschine des Managers hat, kann ein Release freigeben.</translation>
    </message>
    <message>
        <source>Something waits for signatures.</source>
        <comment>settings</comment>
        <translation>Etwas wartet auf Unterschriften.</translation>
    </message>
    <message>
        <source>Terminals take nothing without signatures.</source>
        <comment>settings</comment>
        <translation>Terminals nehmen nichts ohne Unterschriften.</translation>
    </message>
    <message>
        <source>%1 (mine)</source>
        <comment>a key</comment>
        <translation>%1 (meiner)</translation>
    </message>
    <message>
        <source>the manager&apos;s</source>
        <comment>keys</comment>
        <translation>die des Managers</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>signatures, keys</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>signatures, needed</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>This computer has no keychain, so that no key can be kept here. Sign with a key file: signalboxctl key create makes one behind a passphrase.</source>
        <comment>settings</comment>
        <translation>Dieser Rechner hat keinen Schlüsselbund; deshalb kann hier kein Schlüssel aufbewahrt werden. Unterschreiben Sie mit einer Schlüsseldatei: signalboxctl key create legt eine mit Passphrase an.</translation>
    </message>
    <message>
        <source>It was not renewed</source>
        <comment>error</comment>
        <translation>Es wurde nicht erneuert</translation>
    </message>
    <message>
        <source>Take back what waits?</source>
        <comment>question</comment>
        <translation>Zurücknehmen, was wartet?</translation>
    </message>
    <message>
        <source>%1: the change goes, with the signatures that it has. What is published stays as it is.</source>
        <comment>question</comment>
        <translation>%1: Die Änderung geht, mit den Unterschriften, die sie hat. Was veröffentlicht ist, bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>Take back</source>
        <comment>button</comment>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>It was not taken back</source>
        <comment>error</comment>
        <translation>Es wurde nicht zurückgenommen</translation>
    </message>
    <message>
        <source>No key was made</source>
        <comment>error</comment>
        <translation>Es wurde kein Schlüssel angelegt</translation>
    </message>
    <message>
        <source>There are as many as can be kept. Delete one that counts nowhere any more.</source>
        <comment>error</comment>
        <translation>Es sind so viele, wie aufbewahrt werden können. Löschen Sie einen, der nirgends mehr zählt.</translation>
    </message>
    <message>
        <source>The keychain of this computer did not take it.</source>
        <comment>error</comment>
        <translation>Der Schlüsselbund dieses Rechners hat ihn nicht angenommen.</translation>
    </message>
    <message>
        <source>Where shall the public key lie?</source>
        <comment>dialog</comment>
        <translation>Wo soll der öffentliche Schlüssel liegen?</translation>
    </message>
    <message>
        <source>The public key was not saved</source>
        <comment>error</comment>
        <translation>Der öffentliche Schlüssel wurde nicht gespeichert</translation>
    </message>
    <message>
        <source>Delete the key %1?</source>
        <comment>question</comment>
        <translation>Schlüssel %1 löschen?</translation>
    </message>
    <message>
        <source>It is nowhere else: nobody can sign with it any more. Where it still counts, replace it first.</source>
        <comment>question</comment>
        <translation>Er ist nirgendwo sonst: Niemand kann mehr mit ihm unterschreiben. Wo er noch zählt, ersetzen Sie ihn zuerst.</translation>
    </message>
    <message>
        <source>Delete key</source>
        <comment>button</comment>
        <translation>Schlüssel löschen</translation>
    </message>
    <message>
        <source>delete</source>
        <comment>typed to confirm</comment>
        <translation>löschen</translation>
    </message>
    <message>
        <source>Signatures</source>
        <comment>settings</comment>
        <translation>Unterschriften</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::StackedBar</name>
    <message>
        <source>%1 %2</source>
        <comment>a count, what of</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between counts</comment>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>signalbox::ui::TaskLog</name>
    <message>
        <source>Tasks</source>
        <comment>task log</comment>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>Task</source>
        <comment>task log</comment>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Progress</source>
        <comment>task log</comment>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Details</source>
        <comment>task log</comment>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Begun</source>
        <comment>task log</comment>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Progress of %1</source>
        <comment>task log</comment>
        <translation>Fortschritt von: %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <comment>a task</comment>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Done</source>
        <comment>state of a task</comment>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>state of a task</comment>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <comment>state of a task</comment>
        <translation>Abgebrochen</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::TerminalActions</name>
    <message>
        <source>&amp;Set tag …</source>
        <comment>terminals</comment>
        <translation>&amp;Etikett setzen …</translation>
    </message>
    <message>
        <source>&amp;Cluster …</source>
        <comment>terminals</comment>
        <translation>&amp;Cluster …</translation>
    </message>
    <message>
        <source>&amp;Retire …</source>
        <comment>terminals</comment>
        <translation>&amp;Ausmustern …</translation>
    </message>
    <message>
        <source>For hardware that is gone: nothing is offered to it any more</source>
        <comment>tool tip</comment>
        <translation>Für Hardware, die es nicht mehr gibt: Nichts wird ihm mehr angeboten</translation>
    </message>
    <message>
        <source>&amp;More</source>
        <comment>terminals, a menu</comment>
        <translation>&amp;Mehr</translation>
    </message>
    <message>
        <source>Re&amp;name …</source>
        <comment>terminals</comment>
        <translation>Um&amp;benennen …</translation>
    </message>
    <message>
        <source>Remove a &amp;tag …</source>
        <comment>terminals</comment>
        <translation>Etikett ent&amp;fernen …</translation>
    </message>
    <message>
        <source>New &amp;hardware …</source>
        <comment>terminals</comment>
        <translation>Neue &amp;Hardware …</translation>
    </message>
    <message>
        <source>Revoke its to&amp;ken …</source>
        <comment>terminals</comment>
        <translation>To&amp;ken widerrufen …</translation>
    </message>
    <message>
        <source>It is &amp;no clone</source>
        <comment>terminals</comment>
        <translation>Es ist kein K&amp;lon</translation>
    </message>
    <message numerus="yes">
        <source>%n terminal(s)</source>
        <comment>chosen</comment>
        <translation>
            <numerusform>%n Terminal</numerusform>
            <numerusform>%n Terminals</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: that was not done</source>
        <comment>error, what</comment>
        <translation>%1: Das wurde nicht getan</translation>
    </message>
    <message>
        <source>Set a tag of %1</source>
        <comment>dialog</comment>
        <translation>Etikett von %1 setzen</translation>
    </message>
    <message>
        <source>&amp;Set the tag</source>
        <comment>button</comment>
        <translation>Etikett &amp;setzen</translation>
    </message>
    <message>
        <source>Tag</source>
        <comment>dialog</comment>
        <translation>Etikett</translation>
    </message>
    <message>
        <source>Value</source>
        <comment>dialog</comment>
        <translation>Wert</translation>
    </message>
    <message>
        <source>site</source>
        <comment>dialog, an example of a tag</comment>
        <translation>site</translation>
    </message>
    <message>
        <source>berlin; may stay empty</source>
        <comment>dialog, an example of a tag&apos;s value</comment>
        <translation>berlin; darf leer bleiben</translation>
    </message>
    <message>
        <source>Filters find it as tag.site==berlin. One of that name is replaced.</source>
        <comment>dialog</comment>
        <translation>Filter finden es als tag.site==berlin. Eines mit diesem Namen wird ersetzt.</translation>
    </message>
    <message>
        <source>A tag must be there</source>
        <comment>dialog</comment>
        <translation>Ein Etikett muss angegeben sein</translation>
    </message>
    <message>
        <source>Set the tag %1</source>
        <comment>task</comment>
        <translation>Etikett %1 setzen</translation>
    </message>
    <message>
        <source>Remove a tag of %1</source>
        <comment>dialog</comment>
        <translation>Etikett von %1 entfernen</translation>
    </message>
    <message>
        <source>&amp;Remove the tag</source>
        <comment>button</comment>
        <translation>Etikett en&amp;tfernen</translation>
    </message>
    <message>
        <source>Remove the tag %1</source>
        <comment>task</comment>
        <translation>Etikett %1 entfernen</translation>
    </message>
    <message>
        <source>Cluster of %1</source>
        <comment>dialog</comment>
        <translation>Cluster von %1</translation>
    </message>
    <message>
        <source>&amp;Move</source>
        <comment>button</comment>
        <translation>&amp;Verschieben</translation>
    </message>
    <message>
        <source>Cluster</source>
        <comment>dialog</comment>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>They fetch packages from its nodes from now on. A cluster that has a rule takes back what the rule names.</source>
        <comment>dialog</comment>
        <translation>Sie holen Pakete von nun an von dessen Knoten. Ein Cluster mit einer Regel holt sich zurück, was die Regel nennt.</translation>
    </message>
    <message>
        <source>Reading the clusters …</source>
        <comment>dialog</comment>
        <translation>Die Cluster werden gelesen …</translation>
    </message>
    <message>
        <source>Move to %1</source>
        <comment>task, a cluster</comment>
        <translation>In %1 verschieben</translation>
    </message>
    <message>
        <source>Rename %1</source>
        <comment>dialog</comment>
        <translation>%1 umbenennen</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <comment>button</comment>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>Name</source>
        <comment>dialog</comment>
        <translation>Name</translation>
    </message>
    <message>
        <source>What people call it. Its id stays.</source>
        <comment>dialog</comment>
        <translation>Wie man es nennt. Seine Kennung bleibt.</translation>
    </message>
    <message>
        <source>Rename</source>
        <comment>task</comment>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>New hardware for %1?</source>
        <comment>question</comment>
        <translation>Neue Hardware für %1?</translation>
    </message>
    <message>
        <source>You get a code for the new machine. When it joins with that, it takes over name, tags and history, and the old machine is let in no more. Until then nothing changes.</source>
        <comment>question</comment>
        <translation>Sie erhalten einen Code für die neue Maschine. Tritt sie damit bei, übernimmt sie Name, Etiketten und Geschichte, und die alte Maschine wird nicht mehr eingelassen. Bis dahin ändert sich nichts.</translation>
    </message>
    <message>
        <source>Make the code</source>
        <comment>button</comment>
        <translation>Code erzeugen</translation>
    </message>
    <message>
        <source>No code was made</source>
        <comment>error</comment>
        <translation>Es wurde kein Code erzeugt</translation>
    </message>
    <message>
        <source>Run this on the new machine of %1</source>
        <comment>dialog</comment>
        <translation>Führen Sie dies auf der neuen Maschine von %1 aus</translation>
    </message>
    <message>
        <source>Good for one machine, until %1. It is shown only here and only now.</source>
        <comment>dialog</comment>
        <translation>Gilt für eine Maschine, bis %1. Er wird nur hier und nur jetzt gezeigt.</translation>
    </message>
    <message>
        <source>Revoke the token of %1?</source>
        <comment>question</comment>
        <translation>Das Token von %1 widerrufen?</translation>
    </message>
    <message>
        <source>Whoever has the token is refused from now on. With a code for new hardware the terminal comes back.</source>
        <comment>question</comment>
        <translation>Wer das Token hat, wird von nun an abgewiesen. Mit einem Code für neue Hardware kommt das Terminal zurück.</translation>
    </message>
    <message>
        <source>Revoke token</source>
        <comment>button</comment>
        <translation>Token widerrufen</translation>
    </message>
    <message>
        <source>Revoke the token</source>
        <comment>task</comment>
        <translation>Token widerrufen</translation>
    </message>
    <message>
        <source>Take the mark of a clone away</source>
        <comment>task</comment>
        <translation>Klonverdacht aufheben</translation>
    </message>
    <message>
        <source>Retire %1?</source>
        <comment>question</comment>
        <translation>%1 ausmustern?</translation>
    </message>
    <message>
        <source>Its token is revoked and nothing is offered to it any more; its history stays. What it runs goes on running. To come back it must join anew under another id.</source>
        <comment>question</comment>
        <translation>Sein Token wird widerrufen, und nichts wird ihm mehr angeboten; seine Geschichte bleibt. Was darauf läuft, läuft weiter. Um zurückzukehren, muss es unter einer anderen Kennung neu beitreten.</translation>
    </message>
    <message>
        <source>Retire</source>
        <comment>button</comment>
        <translation>Ausmustern</translation>
    </message>
    <message>
        <source>Retire</source>
        <comment>task</comment>
        <translation>Ausmustern</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::TerminalBatch</name>
    <message>
        <source>%1 of %2</source>
        <comment>terminals done</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a terminal, why it was refused</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n terminal(s) done</source>
        <comment>batch</comment>
        <translation>
            <numerusform>%n Terminal erledigt</numerusform>
            <numerusform>%n Terminals erledigt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 refused. %3</source>
        <comment>batch: done, how many, the first of them</comment>
        <translation>%1, %2 abgelehnt. %3</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::TerminalDetail</name>
    <message>
        <source>What it says of itself</source>
        <comment>terminal detail</comment>
        <translation>Was es von sich sagt</translation>
    </message>
    <message>
        <source>No terminal chosen</source>
        <comment>terminal detail</comment>
        <translation>Kein Terminal gewählt</translation>
    </message>
    <message>
        <source>Choose a terminal in the table to see what it runs, what it waits for and why.</source>
        <comment>terminal detail</comment>
        <translation>Wählen Sie ein Terminal in der Tabelle, um zu sehen, was darauf läuft, worauf es wartet und warum.</translation>
    </message>
    <message>
        <source>Tags</source>
        <comment>terminal detail</comment>
        <translation>Etiketten</translation>
    </message>
    <message>
        <source>Tag</source>
        <comment>column</comment>
        <translation>Etikett</translation>
    </message>
    <message>
        <source>Value</source>
        <comment>column</comment>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Deployments, newest first</source>
        <comment>terminal detail</comment>
        <translation>Deployments, das neueste zuerst</translation>
    </message>
    <message>
        <source>Deployments</source>
        <comment>terminal detail</comment>
        <translation>Deployments</translation>
    </message>
    <message>
        <source>State</source>
        <comment>column</comment>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Since</source>
        <comment>column</comment>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Rollout</source>
        <comment>column</comment>
        <translation>Rollout</translation>
    </message>
    <message>
        <source>Said</source>
        <comment>column</comment>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Try again</source>
        <comment>deployment</comment>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Begins this deployment anew, even where the release failed here before</source>
        <comment>tool tip</comment>
        <translation>Beginnt dieses Deployment von vorn, auch wenn das Release hier schon fehlgeschlagen ist</translation>
    </message>
    <message>
        <source>Cancel …</source>
        <comment>deployment</comment>
        <translation>Abbrechen …</translation>
    </message>
    <message>
        <source>Contact</source>
        <comment>terminal</comment>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>Id</source>
        <comment>terminal</comment>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>Platform</source>
        <comment>terminal</comment>
        <translation>Plattform</translation>
    </message>
    <message>
        <source>Cluster</source>
        <comment>terminal</comment>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>Joined</source>
        <comment>terminal</comment>
        <translation>Beigetreten</translation>
    </message>
    <message>
        <source>Runs %1</source>
        <comment>terminal, a product</comment>
        <translation>Läuft: %1</translation>
    </message>
    <message>
        <source>Runs</source>
        <comment>terminal</comment>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>nothing of ours yet</source>
        <comment>terminal</comment>
        <translation>noch kein Produkt</translation>
    </message>
    <message>
        <source>Open its rollout</source>
        <comment>terminal detail</comment>
        <translation>Seinen Rollout öffnen</translation>
    </message>
    <message>
        <source>#%1</source>
        <comment>number of a rollout</comment>
        <translation>#%1</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>cause of a failure, what the terminal said</comment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Cancel this deployment?</source>
        <comment>question</comment>
        <translation>Dieses Deployment abbrechen?</translation>
    </message>
    <message>
        <source>The terminal is asked to stop. What it has installed already stays; its rollout does not offer it this release again.</source>
        <comment>question</comment>
        <translation>Das Terminal wird gebeten aufzuhören. Was es schon installiert hat, bleibt; sein Rollout bietet ihm dieses Release nicht noch einmal an.</translation>
    </message>
    <message>
        <source>Cancel deployment</source>
        <comment>button</comment>
        <translation>Deployment abbrechen</translation>
    </message>
    <message>
        <source>The deployment was not cancelled</source>
        <comment>error</comment>
        <translation>Das Deployment wurde nicht abgebrochen</translation>
    </message>
    <message>
        <source>The deployment was not begun anew</source>
        <comment>error</comment>
        <translation>Das Deployment wurde nicht neu begonnen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a value, how many have it</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>%n terminal(s) chosen</source>
        <comment>terminal detail</comment>
        <translation>
            <numerusform>%n Terminal gewählt</numerusform>
            <numerusform>%n Terminals gewählt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::ui::TerminalsPage</name>
    <message>
        <source>Terminals</source>
        <comment>page</comment>
        <translation>Terminals</translation>
    </message>
    <message>
        <source>Filter of terminals</source>
        <comment>accessible name</comment>
        <translation>Filter für Terminals</translation>
    </message>
    <message>
        <source>Which terminals</source>
        <comment>accessible name</comment>
        <translation>Welche Terminals</translation>
    </message>
    <message>
        <source>Active</source>
        <comment>terminals</comment>
        <translation>Aktive</translation>
    </message>
    <message>
        <source>Retired</source>
        <comment>terminals</comment>
        <translation>Ausgemusterte</translation>
    </message>
    <message>
        <source>Clones suspected</source>
        <comment>terminals</comment>
        <translation>Verdacht auf Klone</translation>
    </message>
    <message>
        <source>All</source>
        <comment>terminals</comment>
        <translation>Alle</translation>
    </message>
    <message>
        <source>&amp;Add terminals …</source>
        <comment>button</comment>
        <translation>Terminals &amp;hinzufügen …</translation>
    </message>
    <message>
        <source>Terminals</source>
        <comment>accessible name</comment>
        <translation>Terminals</translation>
    </message>
    <message>
        <source>Add terminals …</source>
        <comment>action</comment>
        <translation>Terminals hinzufügen …</translation>
    </message>
    <message>
        <source>Filter terminals</source>
        <comment>action</comment>
        <translation>Terminals filtern</translation>
    </message>
    <message>
        <source>No terminals yet</source>
        <comment>empty state</comment>
        <translation>Noch keine Terminals</translation>
    </message>
    <message>
        <source>A terminal joins with a one-time code: make codes here, and run the command that you are shown on each machine.</source>
        <comment>empty state</comment>
        <translation>Ein Terminal tritt mit einem Einmalcode bei: Erzeugen Sie hier Codes und führen Sie den gezeigten Befehl auf jeder Maschine aus.</translation>
    </message>
    <message>
        <source>Add terminals …</source>
        <comment>empty state</comment>
        <translation>Terminals hinzufügen …</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <comment>empty state</comment>
        <translation>Nichts passt</translation>
    </message>
    <message>
        <source>No terminal matches this filter. Take a part of it away, or look among all terminals.</source>
        <comment>empty state</comment>
        <translation>Auf diesen Filter passt kein Terminal. Lassen Sie einen Teil davon weg, oder suchen Sie unter allen Terminals.</translation>
    </message>
    <message>
        <source>%1 shown of %2 – more come as you scroll</source>
        <comment>number of rows</comment>
        <translation>%1 von %2 angezeigt – beim Blättern kommen weitere</translation>
    </message>
    <message numerus="yes">
        <source>%n terminal(s)</source>
        <comment>number of rows</comment>
        <translation>
            <numerusform>%n Terminal</numerusform>
            <numerusform>%n Terminals</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting to join</source>
        <comment>terminals</comment>
        <translation>Warten auf Beitritt</translation>
    </message>
    <message>
        <source>Let terminals in that wait</source>
        <comment>action</comment>
        <translation>Wartende Terminals einlassen</translation>
    </message>
    <message>
        <source>Waiting to join (%1)</source>
        <comment>terminals, how many</comment>
        <translation>Warten auf Beitritt (%1)</translation>
    </message>
    <message numerus="yes">
        <source>%n terminal(s) ask to join and wait for you.</source>
        <comment>terminals</comment>
        <translation>
            <numerusform>%n Terminal möchte beitreten und wartet auf Sie.</numerusform>
            <numerusform>%n Terminals möchten beitreten und warten auf Sie.</numerusform>
        </translation>
    </message>
    <message>
        <source>Look at them</source>
        <comment>button</comment>
        <translation>Ansehen</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::TokenSettings</name>
    <message>
        <source>API tokens</source>
        <comment>accessible name</comment>
        <translation>API-Tokens</translation>
    </message>
    <message>
        <source>Name</source>
        <comment>column</comment>
        <translation>Name</translation>
    </message>
    <message>
        <source>Role</source>
        <comment>column</comment>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Made</source>
        <comment>column</comment>
        <translation>Erzeugt</translation>
    </message>
    <message>
        <source>Ends</source>
        <comment>column</comment>
        <translation>Endet</translation>
    </message>
    <message>
        <source>&amp;New token …</source>
        <comment>button</comment>
        <translation>&amp;Neues Token …</translation>
    </message>
    <message>
        <source>&amp;Revoke …</source>
        <comment>button</comment>
        <translation>&amp;Widerrufen …</translation>
    </message>
    <message>
        <source>Tokens of programs</source>
        <comment>settings</comment>
        <translation>Tokens von Programmen</translation>
    </message>
    <message>
        <source>signalboxctl, a build server or a monitor comes in by a token. The manager keeps no token, only what it takes to recognise one.</source>
        <comment>settings</comment>
        <translation>signalboxctl, ein Build-Server oder eine Überwachung kommt mit einem Token herein. Der Manager bewahrt kein Token auf, nur was er braucht, um eines zu erkennen.</translation>
    </message>
    <message>
        <source>never</source>
        <comment>end of a token</comment>
        <translation>nie</translation>
    </message>
    <message>
        <source>Revoke the token “%1”?</source>
        <comment>question</comment>
        <translation>Das Token „%1“ widerrufen?</translation>
    </message>
    <message>
        <source>Whatever comes in by it is refused from now on. This cannot be taken back.</source>
        <comment>question</comment>
        <translation>Was damit hereinkommt, wird von nun an abgewiesen. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Revoke token</source>
        <comment>button</comment>
        <translation>Token widerrufen</translation>
    </message>
    <message>
        <source>The token was not revoked</source>
        <comment>error</comment>
        <translation>Das Token wurde nicht widerrufen</translation>
    </message>
    <message>
        <source>API tokens</source>
        <comment>settings</comment>
        <translation>API-Tokens</translation>
    </message>
    <message>
        <source>This console comes in by this token</source>
        <comment>tool tip</comment>
        <translation>Mit diesem Token meldet sich diese Konsole an</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::Tray</name>
    <message>
        <source>&amp;Open Signalbox</source>
        <translation>Signalbox &amp;öffnen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message numerus="yes">
        <source>Signalbox: %n rollout(s) under way</source>
        <comment>tray</comment>
        <translation>
            <numerusform>Signalbox: %n Rollout im Gange</numerusform>
            <numerusform>Signalbox: %n Rollouts im Gange</numerusform>
        </translation>
    </message>
    <message>
        <source>Signalbox</source>
        <translation>Signalbox</translation>
    </message>
    <message>
        <source>Signalbox goes on in the background</source>
        <translation>Signalbox läuft im Hintergrund weiter</translation>
    </message>
    <message numerus="yes">
        <source>%n rollout(s) under way. The manager keeps running; open or quit Signalbox from here.</source>
        <comment>tray</comment>
        <translation>
            <numerusform>%n Rollout ist im Gange. Der Manager läuft weiter; öffnen oder beenden Sie Signalbox von hier aus.</numerusform>
            <numerusform>%n Rollouts sind im Gange. Der Manager läuft weiter; öffnen oder beenden Sie Signalbox von hier aus.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Pause all rollouts</source>
        <translation>Alle Rollouts &amp;pausieren</translation>
    </message>
</context>
</TS>
