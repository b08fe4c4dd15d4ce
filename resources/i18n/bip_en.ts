<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="da_DK">
<context>
    <name>AboutPage</name>
    <message>
        <source>Om BIP</source>
        <translation>About</translation>
    </message>
    <message>
        <source>← Mine borgere</source>
        <translation>← My citizens</translation>
    </message>
    <message>
        <source>Udgave {0}</source>
        <translation>Version {0}</translation>
    </message>
</context>
<context>
    <name>AdministrationPage</name>
    <message>
        <source>Administration</source>
        <translation>Administration</translation>
    </message>
    <message>
        <source>Lås</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>Her passer du på, hvem der kan se hvad, og at intet går tabt.</source>
        <translation>Here you look after who can see what, and that nothing is lost.</translation>
    </message>
</context>
<context>
    <name>AgreementView</name>
    <message>
        <source>En anden</source>
        <translation>Somebody else</translation>
    </message>
    <message>
        <source>Vores aftale</source>
        <translation>Our agreement</translation>
    </message>
    <message>
        <source>I har valgt: {0}</source>
        <translation>You have chosen: {0}</translation>
    </message>
    <message>
        <source>Journalnotat</source>
        <translation>Case note</translation>
    </message>
    <message>
        <source>Til sagen. Uden CPR-nummer og uden svar: de ligger i BIP.</source>
        <translation>For the case. Without CPR number and without answers: they are kept in BIP.</translation>
    </message>
    <message>
        <source>Afslut samtalen</source>
        <translation>End the meeting</translation>
    </message>
    <message>
        <source>Aftalen er ikke en afgørelse.</source>
        <translation>The agreement is not a formal decision.</translation>
    </message>
    <message>
        <source>Det vil jeg gerne nå</source>
        <translation>What I want to achieve</translation>
    </message>
    <message>
        <source>Med {0} egne ord. Højst tre.</source>
        <translation>In {0} own words. Three at most.</translation>
    </message>
    <message>
        <source>Mål {0}</source>
        <translation>Goal {0}</translation>
    </message>
    <message>
        <source>+ En aftale mere</source>
        <translation>+ One more agreement</translation>
    </message>
    <message>
        <source>Fortryd</source>
        <translation>Never mind</translation>
    </message>
    <message>
        <source>Hvem gør hvad?</source>
        <translation>Who does what?</translation>
    </message>
    <message>
        <source>dd.MM.yyyy</source>
        <translation>dd/MM/yyyy</translation>
    </message>
    <message>
        <source>Dato for næste samtale</source>
        <translation>Date of the next meeting</translation>
    </message>
    <message>
        <source>HH.mm</source>
        <translation>HH:mm</translation>
    </message>
    <message>
        <source>Klokkeslæt for næste samtale</source>
        <translation>Time of the next meeting</translation>
    </message>
    <message>
        <source>Aftal denne tid</source>
        <translation>Agree on this time</translation>
    </message>
    <message>
        <source>Næste samtale</source>
        <translation>Next meeting</translation>
    </message>
    <message>
        <source>Udskriv</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Gem som PDF</source>
        <translation>Save as PDF</translation>
    </message>
    <message>
        <source>fx 12 34 56 78</source>
        <translation>e.g. 12 34 56 78</translation>
    </message>
    <message>
        <source>Dit direkte nummer</source>
        <translation>Your direct number</translation>
    </message>
    <message>
        <source>Dit direkte nummer på papiret:</source>
        <translation>Your direct number on the paper:</translation>
    </message>
    <message>
        <source>Med hjem og til sagen</source>
        <translation>To take home, and for the case</translation>
    </message>
    <message>
        <source>Skjul journalnotat</source>
        <translation>Hide the case note</translation>
    </message>
    <message>
        <source>Fjernet: »{0}«</source>
        <translation>Removed: “{0}”</translation>
    </message>
    <message>
        <source>Aftalt: {0}</source>
        <translation>Agreed: {0}</translation>
    </message>
</context>
<context>
    <name>AmountEditor</name>
    <message>
        <source>Pr. time eller måned</source>
        <translation>Per hour or per month</translation>
    </message>
    <message>
        <source>kr. i timen</source>
        <translation>kr. an hour</translation>
    </message>
    <message>
        <source>kr. om måneden</source>
        <translation>kr. a month</translation>
    </message>
    <message>
        <source>Før eller efter skat</source>
        <translation>Before or after tax</translation>
    </message>
    <message>
        <source>før skat</source>
        <translation>before tax</translation>
    </message>
    <message>
        <source>efter skat</source>
        <translation>after tax</translation>
    </message>
    <message>
        <source>Ja, det er rigtigt</source>
        <translation>Yes, that is right</translation>
    </message>
    <message>
        <source>Ret</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Du har skrevet {0}. Er det rigtigt?</source>
        <translation>You have written {0}. Is that right?</translation>
    </message>
</context>
<context>
    <name>AnswerCard</name>
    <message>
        <source>Måling</source>
        <translation>Measurement</translation>
    </message>
    <message>
        <source>Spørgsmål</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>Gem rettelsen</source>
        <translation>Save the correction</translation>
    </message>
    <message>
        <source>Ret et svar</source>
        <translation>Correct an answer</translation>
    </message>
    <message>
        <source>Det første svar bliver stående. Rettelsen står ved siden af, og det ses, at den er kommet til.</source>
        <translation>The first answer stays. The correction stands beside it, and it shows that it was added.</translation>
    </message>
</context>
<context>
    <name>AnswersTable</name>
    <message>
        <source>Dine svar</source>
        <translation>Your answers</translation>
    </message>
</context>
<context>
    <name>AssigningPage</name>
    <message>
        <source>Flyt borgere</source>
        <translation>Move citizens</translation>
    </message>
    <message>
        <source>← Administration</source>
        <translation>← Administration</translation>
    </message>
    <message>
        <source>Lås</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>Flyt</source>
        <translation>Move</translation>
    </message>
    <message>
        <source>En medarbejder er gået, eller nogen tager over: giv alle borgerne videre på én gang. Du ser ikke, hvem de er.</source>
        <translation>A member of staff has left, or somebody takes over: hand on all citizens at once. You do not see who they are.</translation>
    </message>
    <message>
        <source>Fra</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Til</source>
        <translation>To</translation>
    </message>
    <message>
        <source>Hvorfor</source>
        <translation>Why</translation>
    </message>
</context>
<context>
    <name>BackupChoice</name>
    <message>
        <source>Sikkerhedskopier</source>
        <translation>Backups</translation>
    </message>
    <message>
        <source>Adgangssætning eller gendannelsesnøgle</source>
        <translation>Passphrase or recovery key</translation>
    </message>
    <message>
        <source>Den, der gjaldt, da sikkerhedskopien blev lavet, virker altid.</source>
        <translation>The one that was valid when the backup was made always works.</translation>
    </message>
    <message>
        <source>1. Vælg en sikkerhedskopi</source>
        <translation>1. Choose a backup</translation>
    </message>
    <message>
        <source>2. Lås den op</source>
        <translation>2. Unlock it</translation>
    </message>
    <message>
        <source>Hvor ligger sikkerhedskopien?</source>
        <translation>Where is the backup?</translation>
    </message>
</context>
<context>
    <name>BackupsPage</name>
    <message>
        <source>Sikkerhedskopier</source>
        <translation>Backups</translation>
    </message>
    <message>
        <source>← Indstillinger</source>
        <translation>← Settings</translation>
    </message>
    <message>
        <source>Lås</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>Lav en nu</source>
        <translation>Make one now</translation>
    </message>
    <message>
        <source>Hent en frem …</source>
        <translation>Restore one …</translation>
    </message>
    <message>
        <source>Mappe</source>
        <translation>Folder</translation>
    </message>
    <message>
        <source>Vælg mappe …</source>
        <translation>Choose a folder …</translation>
    </message>
    <message>
        <source>Kopiér nu</source>
        <translation>Copy now</translation>
    </message>
    <message>
        <source>Stop med at kopiere</source>
        <translation>Stop copying</translation>
    </message>
    <message>
        <source>Lavet</source>
        <translation>Made</translation>
    </message>
    <message>
        <source>Anledning</source>
        <translation>Occasion</translation>
    </message>
    <message>
        <source>Størrelse</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>Sikkerhedskopier på denne computer</source>
        <translation>Backups on this computer</translation>
    </message>
    <message>
        <source>På denne computer</source>
        <translation>On this computer</translation>
    </message>
    <message>
        <source>De bliver lavet af sig selv, når programmet lukker, og første gang, der låses op en dag. De er krypteret som alt andet og åbnes med jeres adgangssætninger eller gendannelsesnøglen.</source>
        <translation>They are made by themselves when the program closes, and at the first unlock of a day. They are encrypted like everything else, and open with your passphrases or the recovery key.</translation>
    </message>
    <message>
        <source>Ingen mappe valgt</source>
        <translation>No folder chosen</translation>
    </message>
    <message>
        <source>Hvor skal de også ligge?</source>
        <translation>Where else shall they lie?</translation>
    </message>
    <message>
        <source>Også et andet sted</source>
        <translation>In another place too</translation>
    </message>
    <message>
        <source>Bliver computeren stjålet eller går i stykker, er det kopien et andet sted, der redder jer: et fællesdrev eller en mappe, som kommunen tager backup af.</source>
        <translation>If the computer is stolen or breaks, it is the copy in another place that saves you: a shared drive, or a folder that the municipality backs up.</translation>
    </message>
</context>
<context>
    <name>CaseloadModel</name>
    <message>
        <source>Næste skridt</source>
        <translation>Next step</translation>
    </message>
    <message>
        <source>Borger</source>
        <translation>Citizen</translation>
    </message>
    <message>
        <source>Sidste måling</source>
        <translation>Last measurement</translation>
    </message>
    <message>
        <source>Ved sidste måling</source>
        <translation>At the last measurement</translation>
    </message>
    <message>
        <source>Indsatser nu</source>
        <translation>Interventions now</translation>
    </message>
    <message>
        <source>Værd at tale om</source>
        <translation>Worth talking about</translation>
    </message>
    <message>
        <source>intet særligt</source>
        <translation>nothing in particular</translation>
    </message>
    <message>
        <source>Åbn {0} side (mellemrum)</source>
        <translation>Open {0} page (space bar)</translation>
    </message>
</context>
<context>
    <name>CaseloadPage</name>
    <message>
        <source>Mine borgere</source>
        <translation>My citizens</translation>
    </message>
    <message>
        <source>Søg navn eller sagsnummer …</source>
        <translation>Search name or case number …</translation>
    </message>
    <message>
        <source>Søg efter navn eller sagsnummer</source>
        <translation>Search by name or case number</translation>
    </message>
    <message>
        <source>Vis</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>Rækkefølge</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>Ny borger</source>
        <translation>New citizen</translation>
    </message>
    <message>
        <source>Hent fra fil</source>
        <translation>Fetch from file</translation>
    </message>
    <message>
        <source>Send til forskning</source>
        <translation>Send to research</translation>
    </message>
    <message>
        <source>Lås</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>Vis alle borgere</source>
        <translation>Show all citizens</translation>
    </message>
    <message>
        <source>Søg hos kolleger …</source>
        <translation>Look among colleagues …</translation>
    </message>
    <message>
        <source>Gemt lokalt, krypteret ✓</source>
        <translation>Saved here, encrypted ✓</translation>
    </message>
    <message>
        <source>Mine egne svar</source>
        <translation>My answers</translation>
    </message>
    <message>
        <source>Om BIP</source>
        <translation>About</translation>
    </message>
    <message>
        <source>Administration</source>
        <translation>Administration</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Seen</translation>
    </message>
    <message>
        <source>Beskeden forsvinder; den står stadig i loggen</source>
        <translation>The message goes away; it still stands in the log</translation>
    </message>
    <message>
        <source>Indstillinger</source>
        <translation>Settings</translation>
    </message>
</context>
<context>
    <name>CaseloadTable</name>
    <message>
        <source>Mine borgere</source>
        <translation>My citizens</translation>
    </message>
    <message>
        <source>Piletaster vælger en borger. Enter går i gang, mellemrum åbner siden.</source>
        <translation>The arrow keys choose a citizen. Enter begins, the space bar opens the page.</translation>
    </message>
</context>
<context>
    <name>CaseworkerView</name>
    <message>
        <source>Aftalt sidst: {0}</source>
        <translation>Agreed last time: {0}</translation>
    </message>
    <message>
        <source>Noter til dig selv (sendes aldrig):</source>
        <translation>Notes to yourself (never sent):</translation>
    </message>
    <message>
        <source>← Tilbage</source>
        <translation>← Back</translation>
    </message>
    <message>
        <source>Færdig</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Næste →</source>
        <translation>Next →</translation>
    </message>
    <message>
        <source>Spørgsmål {0} af {1}</source>
        <translation>Question {0} of {1}</translation>
    </message>
</context>
<context>
    <name>ChangePanel</name>
    <message>
        <source>Skift af sagsbehandler</source>
        <translation>Change of caseworker</translation>
    </message>
    <message>
        <source>En kollega overtager {0} fra mig</source>
        <translation>A colleague takes {0} over from me</translation>
    </message>
    <message>
        <source>Jeg har overtaget {0} fra en kollega</source>
        <translation>I have taken {0} over from a colleague</translation>
    </message>
    <message>
        <source>Vælg eller skriv et navn</source>
        <translation>Choose or write a name</translation>
    </message>
    <message>
        <source>Hvilken kollega?</source>
        <translation>Which colleague?</translation>
    </message>
    <message>
        <source>Hvorfor?</source>
        <translation>Why?</translation>
    </message>
    <message>
        <source>Kan skiftet undgås?</source>
        <translation>Can the change be avoided?</translation>
    </message>
    <message>
        <source>I BIP hænger hvert skift sammen med omkring en femtedel lavere chance for job inden for et år. Det siger ikke, hvad der var årsagen, og ikke, hvordan det går {0}.</source>
        <translation>In BIP, each change went along with about a fifth lower chance of a job within a year. That does not say what the cause was, nor how it will go for {0}.</translation>
    </message>
    <message>
        <source>Hvad er sket?</source>
        <translation>What has happened?</translation>
    </message>
    <message>
        <source>Ugen og grunden bliver gemt. Overtager en kollega, står {0} ikke længere på din liste.</source>
        <translation>The week and the reason are kept. If a colleague takes over, {0} is no longer on your list.</translation>
    </message>
    <message>
        <source>Gem skiftet</source>
        <translation>Save the change</translation>
    </message>
</context>
<context>
    <name>CitizenModePage</name>
    <message>
        <source>Hold pause</source>
        <translation>Take a break</translation>
    </message>
    <message>
        <source>Større tekst</source>
        <translation>Larger text</translation>
    </message>
    <message>
        <source>Mindre tekst</source>
        <translation>Smaller text</translation>
    </message>
    <message>
        <source>Spørgsmål {0} af {1}</source>
        <translation>Question {0} of {1}</translation>
    </message>
    <message>
        <source>{0} svar</source>
        <translation>{0} answers</translation>
    </message>
</context>
<context>
    <name>CitizenPage</name>
    <message>
        <source>← Mine borgere</source>
        <translation>← My citizens</translation>
    </message>
    <message>
        <source>Lås</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>Gemt lokalt, krypteret ✓</source>
        <translation>Saved here, encrypted ✓</translation>
    </message>
    <message>
        <source>Dine svar (S2–S12)</source>
        <translation>Your answers (S2–S12)</translation>
    </message>
    <message>
        <source>Fortryd</source>
        <translation>Never mind</translation>
    </message>
    <message>
        <source>Mangler en måling</source>
        <translation>Due for a measurement</translation>
    </message>
    <message>
        <source>Skift af sagsbehandler …</source>
        <translation>Change of caseworker …</translation>
    </message>
    <message>
        <source>Giv til en anden computer …</source>
        <translation>Give to another computer …</translation>
    </message>
    <message>
        <source>{0} …</source>
        <translation>{0} …</translation>
    </message>
    <message>
        <source>Rettigheder og arkiv …</source>
        <translation>Rights and archive …</translation>
    </message>
    <message>
        <source>Afslut forløb …</source>
        <translation>Close the course …</translation>
    </message>
    <message>
        <source>Annullér målingen …</source>
        <translation>Cancel the measurement …</translation>
    </message>
    <message>
        <source>Annullér en måling …</source>
        <translation>Cancel a measurement …</translation>
    </message>
    <message>
        <source>Genåbn forløbet</source>
        <translation>Open the course again</translation>
    </message>
</context>
<context>
    <name>CitizenRightsPage</name>
    <message>
        <source>Borgerens rettigheder</source>
        <translation>The citizen’s rights</translation>
    </message>
    <message>
        <source>← Tilbage til borgeren</source>
        <translation>← Back to the citizen</translation>
    </message>
    <message>
        <source>Lås</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>Bed om indsigt</source>
        <translation>Ask for access</translation>
    </message>
    <message>
        <source>Bed om sletning …</source>
        <translation>Ask for erasure …</translation>
    </message>
    <message>
        <source>Ja, bed om sletning</source>
        <translation>Yes, ask for erasure</translation>
    </message>
    <message>
        <source>Fortryd</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Skal alt om borgeren slettes? Teamlederen ser på det, og administratoren sletter.</source>
        <translation>Should everything about the citizen be erased? The team leader looks at it, and the administrator erases.</translation>
    </message>
    <message>
        <source>Gem som PDF …</source>
        <translation>Save as PDF …</translation>
    </message>
    <message>
        <source>Hvilken måling?</source>
        <translation>Which measurement?</translation>
    </message>
    <message>
        <source>Der er ingen afsluttet måling endnu.</source>
        <translation>There is no finished measurement yet.</translation>
    </message>
    <message>
        <source>Indsigt</source>
        <translation>Access</translation>
    </message>
    <message>
        <source>Borgeren kan få en kopi af alt, hvad I har om borgeren i BIP, og se, hvornår det er brugt. Teamlederen godkender, og administratoren gemmer den som PDF og som fil.</source>
        <translation>The citizen can have a copy of everything you have about the citizen in BIP, and see when it was used. The team leader approves, and the administrator saves it as a PDF and as a file.</translation>
    </message>
    <message>
        <source>Arkivudskrift</source>
        <translation>Archive copy</translation>
    </message>
    <message>
        <source>Hele målingen med alle spørgsmål, svar, rettelser og aftalen, til sagen i jeres arkiv.</source>
        <translation>The whole measurement with all questions, answers, corrections and the agreement, for the case in your archive.</translation>
    </message>
    <message>
        <source>Hvad borgeren er blevet oplyst om</source>
        <translation>What the citizen has been told</translation>
    </message>
    <message>
        <source>Teksten på velkomstsiden, hver gang den er vist.</source>
        <translation>The text on the welcome page, each time it was shown.</translation>
    </message>
    <message>
        <source>Sletning</source>
        <translation>Erasure</translation>
    </message>
    <message>
        <source>Alt om borgeren forsvinder for altid, også fra sikkerhedskopier, der hentes frem. Loven kan kræve, at oplysninger bliver gemt: spørg, hvis du er i tvivl.</source>
        <translation>Everything about the citizen disappears for good, also from backups that are restored. The law may require information to be kept: ask if you are in doubt.</translation>
    </message>
    <message>
        <source>Der er ikke bedt om det.</source>
        <translation>It has not been asked for.</translation>
    </message>
    <message>
        <source>Teksten er ikke vist endnu.</source>
        <translation>The text has not been shown yet.</translation>
    </message>
    <message>
        <source>Gem arkivudskriften</source>
        <translation>Save the archive copy</translation>
    </message>
</context>
<context>
    <name>CloseCoursePanel</name>
    <message>
        <source>Afslut forløb</source>
        <translation>Close the course</translation>
    </message>
    <message>
        <source>Hvordan sluttede forløbet?</source>
        <translation>How did the course end?</translation>
    </message>
    <message>
        <source>d. MMMM yyyy</source>
        <translation>d MMMM yyyy</translation>
    </message>
    <message>
        <source>Hvornår?</source>
        <translation>When?</translation>
    </message>
    <message>
        <source>Påmindelserne stopper. Svarene bliver, og forløbet kan genåbnes.</source>
        <translation>The reminders stop. The answers stay, and the course can be opened again.</translation>
    </message>
    <message>
        <source>Kun ugen bliver gemt: uge {0}.</source>
        <translation>Only the week is kept: week {0}.</translation>
    </message>
</context>
<context>
    <name>ConfirmView</name>
    <message>
        <source>De gælder stadig</source>
        <translation>They still hold</translation>
    </message>
    <message>
        <source>Ret dem først</source>
        <translation>Change them first</translation>
    </message>
    <message>
        <source>Svar nu</source>
        <translation>Answer now</translation>
    </message>
    <message>
        <source>Jeg svarer efter samtalen</source>
        <translation>I will answer after the meeting</translation>
    </message>
    <message>
        <source>Nu mangler kun dine svar</source>
        <translation>Only your answers are missing now</translation>
    </message>
    <message>
        <source>Vent, til {0} er gået, eller vend skærmen. Spørgsmålene er kun til dig. Samtalen er afsluttet, når du har svaret.</source>
        <translation>Wait until {0} has left, or turn the screen. The questions are for you alone. The meeting is closed once you have answered.</translation>
    </message>
    <message>
        <source>Jeg svarer senere</source>
        <translation>I will answer later</translation>
    </message>
    <message>
        <source>Gælder dine svar stadig?</source>
        <translation>Do your answers still hold?</translation>
    </message>
    <message>
        <source>Du svarede den {0}, og {1} har ikke set dine svar. Når du går videre, ser I begge, hvad I hver især har svaret om samarbejde, netværk, hverdag og helbred. Vil du rette? Så vend skærmen først.</source>
        <translation>You answered on {0}, and {1} has not seen your answers. When you go on, you will both see what each of you has answered about working together, network, everyday life and health. Do you want to change anything? Then turn the screen first.</translation>
    </message>
    <message>
        <source>Nu er det din tur</source>
        <translation>Now it is your turn</translation>
    </message>
    <message>
        <source>Vend skærmen, så kun du kan se den. Du har 12 spørgsmål; taster du et tal, går du videre med det samme. Svarer du efter samtalen, ser I kun {0} egne kurver i dag.</source>
        <translation>Turn the screen so that only you can see it. You have 12 questions; if you press a digit, you go on at once. If you answer after the meeting, you will only see {0} own curves today.</translation>
    </message>
    <message>
        <source>{0} er færdig</source>
        <translation>{0} is done</translation>
    </message>
</context>
<context>
    <name>CprField</name>
    <message>
        <source>ddmmåå-xxxx</source>
        <translation>ddmmyy-xxxx</translation>
    </message>
</context>
<context>
    <name>DeadlinesPage</name>
    <message>
        <source>Frister for sletning</source>
        <translation>Deadlines for erasure</translation>
    </message>
    <message>
        <source>← Administration</source>
        <translation>← Administration</translation>
    </message>
    <message>
        <source>Lås</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>År, efter at et forløb er afsluttet</source>
        <translation>Years after a course is closed</translation>
    </message>
    <message>
        <source>Tomt felt: ingen frist.</source>
        <translation>Empty: no deadline.</translation>
    </message>
    <message>
        <source>År, loggen gemmes</source>
        <translation>Years the log is kept</translation>
    </message>
    <message>
        <source>Gem fristerne</source>
        <translation>Save the deadlines</translation>
    </message>
    <message>
        <source>Forløb, der er over fristen</source>
        <translation>Courses past the deadline</translation>
    </message>
    <message>
        <source>Borger</source>
        <translation>Citizen</translation>
    </message>
    <message>
        <source>Afsluttet</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>Bed om sletning af dem</source>
        <translation>Ask for their erasure</translation>
    </message>
    <message>
        <source>Slet den gamle del af loggen</source>
        <translation>Delete the old part of the log</translation>
    </message>
    <message>
        <source>Programmet sletter aldrig af sig selv. Her ser du, hvad der er over fristen.</source>
        <translation>The program never erases by itself. Here you see what is past the deadline.</translation>
    </message>
    <message>
        <source>Jeres frister</source>
        <translation>Your deadlines</translation>
    </message>
    <message>
        <source>Kommunen bestemmer dem. Spørg jeres databeskyttelsesrådgiver.</source>
        <translation>The municipality decides on them. Ask your data protection officer.</translation>
    </message>
    <message>
        <source>Afsluttede forløb</source>
        <translation>Closed courses</translation>
    </message>
    <message>
        <source>Loggen</source>
        <translation>The log</translation>
    </message>
</context>
<context>
    <name>DetailsCard</name>
    <message>
        <source>Ydelse</source>
        <translation>Benefit</translation>
    </message>
    <message>
        <source>Navn</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Sagsnummer (kan udelades)</source>
        <translation>Case number (may be left out)</translation>
    </message>
    <message>
        <source>Gem rettelsen</source>
        <translation>Save the correction</translation>
    </message>
    <message>
        <source>Ret oplysninger</source>
        <translation>Correct details</translation>
    </message>
    <message>
        <source>Har borgeren fået et andet navn, eller står noget forkert, så ret det her.</source>
        <translation>If the citizen has another name now, or something is wrong, correct it here.</translation>
    </message>
</context>
<context>
    <name>DoubtCard</name>
    <message>
        <source>Om dit svar på S12. Til dig selv, hvis du vil: det står kun her og bliver aldrig sendt.</source>
        <translation>About your answer to S12. For yourself, if you like: it is kept here only and is never sent.</translation>
    </message>
    <message>
        <source>Hvad skulle der til for ét trin op?</source>
        <translation>What would it take to go one step up?</translation>
    </message>
    <message>
        <source>Hvem kunne du tale det igennem med?</source>
        <translation>Whom could you talk it over with?</translation>
    </message>
    <message>
        <source>Gemt ✓</source>
        <translation>Saved ✓</translation>
    </message>
</context>
<context>
    <name>ExportPage</name>
    <message>
        <source>Send til forskning</source>
        <translation>Send to research</translation>
    </message>
    <message>
        <source>← Mine borgere</source>
        <translation>← My citizens</translation>
    </message>
    <message>
        <source>Lås</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>Det bliver sendt</source>
        <translation>What is sent</translation>
    </message>
    <message>
        <source>Hvad</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Antal</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Mappe</source>
        <translation>Folder</translation>
    </message>
    <message>
        <source>Vælg mappe …</source>
        <translation>Choose a folder …</translation>
    </message>
    <message>
        <source>Gem pakken</source>
        <translation>Save the package</translation>
    </message>
    <message>
        <source>Pakken bliver gemt</source>
        <translation>The package is being saved</translation>
    </message>
    <message>
        <source>Sendt før</source>
        <translation>Sent before</translation>
    </message>
    <message>
        <source>Nr.</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Dato</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Indhold</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Centrets nøgler og nye tal</source>
        <translation>The centre’s keys and new figures</translation>
    </message>
    <message>
        <source>Tæller op …</source>
        <translation>Counting …</translation>
    </message>
    <message>
        <source>Pakken bliver låst, så kun {0} kan åbne den.</source>
        <translation>The package is sealed so that only {0} can open it.</translation>
    </message>
    <message>
        <source>Gemmer pakken …</source>
        <translation>Saving the package …</translation>
    </message>
    <message>
        <source>Ligger i {0}
Indhold: {1}</source>
        <translation>It lies in {0}
Content: {1}</translation>
    </message>
    <message>
        <source>Kvitteringer (*.json);;Alle filer (*)</source>
        <translation>Receipts (*.json);;All files (*)</translation>
    </message>
    <message>
        <source>Hvilken fil er kvitteringen?</source>
        <translation>Which file is the receipt?</translation>
    </message>
    <message>
        <source>Hvor skal pakken gemmes?</source>
        <translation>Where should the package be saved?</translation>
    </message>
    <message>
        <source>Kun nyt</source>
        <translation>Only what is new</translation>
    </message>
    <message>
        <source>Det hele</source>
        <translation>Everything</translation>
    </message>
    <message>
        <source>Brug det, hvis en tidligere pakke er gået tabt.</source>
        <translation>Use this if an earlier package has been lost.</translation>
    </message>
    <message>
        <source>Navne og CPR-numre</source>
        <translation>Names and CPR numbers</translation>
    </message>
    <message>
        <source>Noget, I har skrevet med egne ord: mål, aftaler og noter</source>
        <translation>Anything you have written in your own words: goals, agreements and notes</translation>
    </message>
    <message>
        <source>Præcise datoer: kun ugen</source>
        <translation>Exact dates: only the week</translation>
    </message>
    <message>
        <source>Svar fra borgere, der ikke har sagt ja til forskning</source>
        <translation>Answers from citizens who have not said yes to research</translation>
    </message>
    <message>
        <source>– {0}</source>
        <translation>– {0}</translation>
    </message>
    <message>
        <source>Det forlader aldrig jobcentret</source>
        <translation>What never leaves the jobcentre</translation>
    </message>
    <message>
        <source>Sådan bliver den gemt</source>
        <translation>How it is saved</translation>
    </message>
    <message>
        <source>Læs kvittering …</source>
        <translation>Read a receipt …</translation>
    </message>
    <message>
        <source>En pakke er først modtaget, når centrets kvittering er læst her.</source>
        <translation>A package is not received until the centre’s receipt has been read here.</translation>
    </message>
    <message>
        <source>Kontrolkode, til at læse op for centret:</source>
        <translation>Check code, to read out to the centre:</translation>
    </message>
    <message>
        <source>Modtaget</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>Pakken er gemt</source>
        <translation>The package is saved</translation>
    </message>
</context>
<context>
    <name>FindingPage</name>
    <message>
        <source>Find en kollegas borger</source>
        <translation>Find a colleague’s citizen</translation>
    </message>
    <message>
        <source>Lås</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>Navn eller sagsnummer</source>
        <translation>Name or case number</translation>
    </message>
    <message>
        <source>Hvorfor har du brug for det?</source>
        <translation>Why do you need it?</translation>
    </message>
    <message>
        <source>Fx: Vikar for Bo i uge 48. Det bliver gemt i loggen, og borgerens sagsbehandler får besked.</source>
        <translation>For example: Standing in for Bo in week 48. It is kept in the log, and the citizen’s caseworker is told.</translation>
    </message>
    <message>
        <source>Søg</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>Du ser navnet og hvis borger det er. Svarene ser du først, når du åbner.</source>
        <translation>You see the name and whose citizen it is. You see the answers only once you open.</translation>
    </message>
    <message>
        <source>Åbn</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Åbn og se</source>
        <translation>Open to see</translation>
    </message>
    <message>
        <source>Åbn som vikar</source>
        <translation>Open as a stand-in</translation>
    </message>
    <message>
        <source>Som vikar kan du også holde samtalen.</source>
        <translation>As a stand-in you can hold the meeting too.</translation>
    </message>
</context>
<context>
    <name>FirstStartPage</name>
    <message>
        <source>Velkommen til BIP</source>
        <translation>Welcome to BIP</translation>
    </message>
    <message>
        <source>Dit navn</source>
        <translation>Your name</translation>
    </message>
    <message>
        <source>Står på den aftale, borgeren får med.</source>
        <translation>Stands on the agreement the citizen takes home.</translation>
    </message>
    <message>
        <source>Din direkte telefon (kan udelades)</source>
        <translation>Your direct phone number (optional)</translation>
    </message>
    <message>
        <source>Så borgeren kan ringe til dig.</source>
        <translation>So that the citizen can call you.</translation>
    </message>
    <message>
        <source>Jobcentrets navn</source>
        <translation>The jobcentre’s name</translation>
    </message>
    <message>
        <source>Jobcenter …</source>
        <translation>Jobcentre …</translation>
    </message>
    <message>
        <source>Adgangssætning</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Mindst 12 tegn. Tre eller fire tilfældige ord er stærke og nemme at huske.</source>
        <translation>At least 12 characters. Three or four random words are strong and easy to remember.</translation>
    </message>
    <message>
        <source>Adgangssætning igen</source>
        <translation>Passphrase again</translation>
    </message>
    <message>
        <source>Pinkode</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>4 til 8 cifre. Den bruger du, når borgeren er færdig og giver dig computeren tilbage.</source>
        <translation>4 to 8 digits. You use it when the citizen has finished and gives you the computer back.</translation>
    </message>
    <message>
        <source>Kom i gang</source>
        <translation>Get started</translation>
    </message>
    <message>
        <source>Først skal programmet kende dig. Alt bliver krypteret og gemt på denne computer.</source>
        <translation>First the program needs to know you. Everything is encrypted and kept on this computer.</translation>
    </message>
    <message>
        <source>Adgangssætningen kan ikke hentes frem igen. På næste side får du en gendannelsesnøgle til jobcentrets pengeskab: den åbner, hvis adgangssætningen er glemt.</source>
        <translation>The passphrase cannot be brought back. The next page gives you a recovery key for the jobcentre’s safe: it opens when the passphrase is forgotten.</translation>
    </message>
    <message>
        <source>Om dig</source>
        <translation>About you</translation>
    </message>
    <message>
        <source>Om jobcentret</source>
        <translation>About the jobcentre</translation>
    </message>
    <message>
        <source>Sådan låser du op</source>
        <translation>How you unlock</translation>
    </message>
    <message>
        <source>Jeg har en sikkerhedskopi</source>
        <translation>I have a backup</translation>
    </message>
    <message>
        <source>Er en computer stjålet?</source>
        <translation>Has a computer been stolen?</translation>
    </message>
    <message>
        <source>Første start</source>
        <translation>First start</translation>
    </message>
    <message>
        <source>Gør klar …</source>
        <translation>Getting ready …</translation>
    </message>
</context>
<context>
    <name>FromStart</name>
    <message>
        <source>Kan ikke sammenlignes med starten denne gang: {0}.</source>
        <translation>Cannot be compared with the start this time: {0}.</translation>
    </message>
    <message>
        <source>dit første svar</source>
        <translation>your first answer</translation>
    </message>
    <message>
        <source>nu, {0}</source>
        <translation>now, {0}</translation>
    </message>
    <message>
        <source>{0}, som i starten</source>
        <translation>{0}, as at the start</translation>
    </message>
    <message>
        <source>(siden {0})</source>
        <translation>(since {0})</translation>
    </message>
</context>
<context>
    <name>HandoverView</name>
    <message>
        <source>Fortsæt {0} svar</source>
        <translation>Go on with {0} answers</translation>
    </message>
    <message>
        <source>Giv computeren til {0}</source>
        <translation>Give the computer to {0}</translation>
    </message>
    <message>
        <source>{0} vil ikke svare mere i dag</source>
        <translation>{0} does not want to answer any more today</translation>
    </message>
    <message>
        <source>{0} vil ikke svare i dag</source>
        <translation>{0} does not want to answer today</translation>
    </message>
    <message>
        <source>Nu er det din tur, {0}</source>
        <translation>Now it is your turn, {0}</translation>
    </message>
    <message>
        <source>Du ser kun dine egne spørgsmål, ét ad gangen.</source>
        <translation>You only see your own questions, one at a time.</translation>
    </message>
    <message>
        <source>{0} ser ikke dine svar, før I begge er færdige.</source>
        <translation>{0} does not see your answers until you have both finished.</translation>
    </message>
    <message>
        <source>Du bestemmer selv, hvad du svarer på. Du kan altid springe over.</source>
        <translation>You decide for yourself what to answer. You can always skip a question.</translation>
    </message>
    <message>
        <source>Når du er færdig, taster {0} sin pinkode.</source>
        <translation>When you have finished, {0} types a PIN.</translation>
    </message>
    <message>
        <source>Hvordan svarer {0}?</source>
        <translation>How does {0} answer?</translation>
    </message>
</context>
<context>
    <name>HelpView</name>
    <message>
        <source>Et andet forslag</source>
        <translation>Another suggestion</translation>
    </message>
    <message>
        <source>Mit eget forslag</source>
        <translation>My own suggestion</translation>
    </message>
    <message>
        <source>Hvad kan hjælpe dig videre?</source>
        <translation>What could help you move forward?</translation>
    </message>
    <message>
        <source>I BIP fulgtes mest udvikling ad med at have noget med job og noget andet i gang på samme tid. Intet er besluttet endnu.</source>
        <translation>In BIP, most movement went along with having something about a job and something else going on at the same time. Nothing is decided yet.</translation>
    </message>
    <message>
        <source>Forslagene kan ikke læses lige nu. I kan gå videre og vælge jeres eget.</source>
        <translation>The suggestions cannot be read at the moment. You can go on and choose your own.</translation>
    </message>
    <message>
        <source>Der er ikke noget forslag, der passer lige nu. I kan vælge jeres eget.</source>
        <translation>There is no suggestion that fits just now. You can choose your own.</translation>
    </message>
    <message>
        <source>Luk listen</source>
        <translation>Close the list</translation>
    </message>
    <message>
        <source>Jeres eget forslag: {0}</source>
        <translation>Your own suggestion: {0}</translation>
    </message>
</context>
<context>
    <name>ImportingPage</name>
    <message>
        <source>Hent borgere fra fil</source>
        <translation>Fetch citizens from a file</translation>
    </message>
    <message>
        <source>← Mine borgere</source>
        <translation>← My citizens</translation>
    </message>
    <message>
        <source>Lås</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>Borgere mellem computere</source>
        <translation>Citizens between computers</translation>
    </message>
    <message>
        <source>Du ser alt igennem, før nogen bliver oprettet.</source>
        <translation>You see everything before anybody is added.</translation>
    </message>
    <message>
        <source>Lister (*.xlsx *.csv *.txt);;Alle filer (*)</source>
        <translation>Lists (*.xlsx *.csv *.txt);;All files (*)</translation>
    </message>
    <message>
        <source>Hvilken fil?</source>
        <translation>Which file?</translation>
    </message>
    <message>
        <source>En liste fra jeres fagsystem, gemt som Excel (.xlsx) eller CSV. Første række er overskrifter: Navn og CPR skal være der; Sagsnummer, Ydelse og Sagsbehandler må være der.</source>
        <translation>A list from your case system, saved as Excel (.xlsx) or CSV. The first row holds the headings: Navn (name) and CPR must be there; Sagsnummer (case number), Ydelse (benefit) and Sagsbehandler (caseworker) may be.</translation>
    </message>
    <message>
        <source>Fil</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Vælg fil …</source>
        <translation>Choose a file …</translation>
    </message>
    <message>
        <source>Filen bliver læst</source>
        <translation>The file is being read</translation>
    </message>
    <message>
        <source>Borgerne bliver oprettet</source>
        <translation>The citizens are being added</translation>
    </message>
    <message>
        <source>Det står i filen</source>
        <translation>What the file holds</translation>
    </message>
    <message>
        <source>Se mine borgere</source>
        <translation>See my citizens</translation>
    </message>
    <message>
        <source>Borgerne er oprettet</source>
        <translation>The citizens have been added</translation>
    </message>
</context>
<context>
    <name>InformationPage</name>
    <message>
        <source>Oplysning til borgeren</source>
        <translation>Information for the citizen</translation>
    </message>
    <message>
        <source>← Administration</source>
        <translation>← Administration</translation>
    </message>
    <message>
        <source>Lås</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>Det læser borgeren, før samtalen begynder</source>
        <translation>This is what the citizen reads before the meeting begins</translation>
    </message>
    <message>
        <source>Kort og med jeres egne ord: hvem der kan se svarene, hvad de bruges til, hvor længe de gemmes, borgerens rettigheder, og hvor man kan klage.</source>
        <translation>Short and in your own words: who can see the answers, what they are used for, how long they are kept, the citizen’s rights, and where to complain.</translation>
    </message>
    <message>
        <source>Brug teksten fra nu af</source>
        <translation>Use the text from now on</translation>
    </message>
    <message>
        <source>Gemt ✓ Den nye tekst bliver vist fra næste samtale.</source>
        <translation>Saved ✓ The new text is shown from the next meeting on.</translation>
    </message>
    <message>
        <source>Hver ny tekst får et nummer, og det bliver gemt, hvornår hver borger har fået den vist.</source>
        <translation>Each new text gets a number, and it is kept when each citizen was shown it.</translation>
    </message>
</context>
<context>
    <name>InterruptedPage</name>
    <message>
        <source>Fortsæt samtalen</source>
        <translation>Go on with the meeting</translation>
    </message>
    <message>
        <source>Ikke nu</source>
        <translation>Not now</translation>
    </message>
</context>
<context>
    <name>LockView</name>
    <message>
        <source>{0}, tast din pinkode</source>
        <translation>{0}, type your PIN</translation>
    </message>
    <message>
        <source>Videre</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>Fortsæt med at svare →</source>
        <translation>Go on answering →</translation>
    </message>
</context>
<context>
    <name>LockWarning</name>
    <message>
        <source>Er du her endnu? Programmet låser om {0} sekunder. Tryk på en tast for at blive. Alt er gemt.</source>
        <translation>Are you still here? The program locks in {0} seconds. Press a key to stay. Everything is saved.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Gemmer en sikkerhedskopi …</source>
        <translation>Making a backup …</translation>
    </message>
</context>
<context>
    <name>MeetingPage</name>
    <message>
        <source>Stop for nu</source>
        <translation>Stop for now</translation>
    </message>
    <message>
        <source>Lås</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>← Tilbage</source>
        <translation>← Back</translation>
    </message>
</context>
<context>
    <name>MovingPage</name>
    <message>
        <source>Borgere mellem computere</source>
        <translation>Citizens between computers</translation>
    </message>
    <message>
        <source>← Mine borgere</source>
        <translation>← My citizens</translation>
    </message>
    <message>
        <source>Lås</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>I samme jobcenter. Alt følger med: svar, samtaler og aftaler.</source>
        <translation>Within the same jobcentre. Everything comes along: answers, meetings and agreements.</translation>
    </message>
    <message>
        <source>Tegnene er ens: tag imod</source>
        <translation>The signs are the same: accept</translation>
    </message>
    <message>
        <source>Tag imod</source>
        <translation>Accept</translation>
    </message>
    <message>
        <source>Læs svaret …</source>
        <translation>Read the answer …</translation>
    </message>
    <message>
        <source>Tag dem tilbage</source>
        <translation>Take them back</translation>
    </message>
    <message>
        <source>Fortryd</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Står borgerne ikke hos din kollega?</source>
        <translation>Are the citizens not with your colleague?</translation>
    </message>
    <message>
        <source>Tag dem kun tilbage, hvis computeren er gået tabt, eller er sat tilbage til en sikkerhedskopi fra før. Spørg først. Ellers står de to steder.</source>
        <translation>Take them back only if the computer is lost, or was put back to a backup from before. Ask first. Otherwise they are in two places.</translation>
    </message>
    <message>
        <source>På vej til en kollega</source>
        <translation>On the way to a colleague</translation>
    </message>
    <message>
        <source>Her kan du læse dem. Når din kollegas svar er læst, står de kun dér.</source>
        <translation>Here you can read them. When your colleague’s answer has been read, they are only there.</translation>
    </message>
    <message>
        <source>Vælg fil …</source>
        <translation>Choose a file …</translation>
    </message>
    <message>
        <source>Borgere i filen</source>
        <translation>Citizens in the file</translation>
    </message>
    <message>
        <source>Samtaler</source>
        <translation>Meetings</translation>
    </message>
    <message>
        <source>Hvem</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>Du har ikke fået noget fra denne computer før. Ring, og sammenlign tegnene:</source>
        <translation>You have not had anything from this computer before. Call, and compare the signs:</translation>
    </message>
    <message>
        <source>Afvis</source>
        <translation>Turn down</translation>
    </message>
    <message>
        <source>Gem denne computers kort …</source>
        <translation>Save this computer’s card …</translation>
    </message>
    <message>
        <source>Modtag borgere</source>
        <translation>Take citizens</translation>
    </message>
    <message>
        <source>Din kollega giver dig en fil. Den kan kun åbnes her. Send svaret tilbage.</source>
        <translation>Your colleague gives you a file. It can only be opened here. Send the answer back.</translation>
    </message>
    <message>
        <source>Hvem?</source>
        <translation>Who?</translation>
    </message>
    <message>
        <source>Du har ingen borgere, der kan gives videre.</source>
        <translation>You have no citizens who can be handed over.</translation>
    </message>
    <message>
        <source>Vælg …</source>
        <translation>Choose …</translation>
    </message>
    <message>
        <source>Til hvem?</source>
        <translation>To whom?</translation>
    </message>
    <message>
        <source>Hvorfor?</source>
        <translation>Why?</translation>
    </message>
    <message>
        <source>Hent først kortet fra din kollegas computer.</source>
        <translation>First fetch the card from your colleague’s computer.</translation>
    </message>
    <message>
        <source>Hent en kollegas kort …</source>
        <translation>Fetch a colleague’s card …</translation>
    </message>
    <message>
        <source>Tegnene er ens</source>
        <translation>The signs are the same</translation>
    </message>
    <message>
        <source>Brug det ikke</source>
        <translation>Do not use it</translation>
    </message>
    <message>
        <source>Ring til din kollega, og læs tegnene op for hinanden:</source>
        <translation>Call your colleague, and read the signs out to each other:</translation>
    </message>
    <message>
        <source>Når filen er gemt, kan du kun læse om borgeren her.</source>
        <translation>Once the file is saved, you can only read about the citizen here.</translation>
    </message>
    <message>
        <source>Gem filen …</source>
        <translation>Save the file …</translation>
    </message>
    <message>
        <source>Giv borgere videre</source>
        <translation>Hand citizens over</translation>
    </message>
</context>
<context>
    <name>NewCitizenPage</name>
    <message>
        <source>Ny borger</source>
        <translation>New citizen</translation>
    </message>
    <message>
        <source>Navn</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>CPR-nummer</source>
        <translation>CPR number</translation>
    </message>
    <message>
        <source>Bliver vist som 010190-•••• bagefter. Sendes aldrig til forskning.</source>
        <translation>Shown as 010190-•••• afterwards. Never sent to research.</translation>
    </message>
    <message>
        <source>Sagsnummer (kan udelades)</source>
        <translation>Case number (optional)</translation>
    </message>
    <message>
        <source>Ydelse</source>
        <translation>Benefit</translation>
    </message>
    <message>
        <source>Opret borger</source>
        <translation>Add citizen</translation>
    </message>
    <message>
        <source>Fortryd</source>
        <translation>Never mind</translation>
    </message>
    <message>
        <source>← Mine borgere</source>
        <translation>← My citizens</translation>
    </message>
</context>
<context>
    <name>NotePanel</name>
    <message>
        <source>Kopiér</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Kopieret ✓</source>
        <translation>Copied ✓</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Luk</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>OverTime</name>
    <message>
        <source>ny sagsbehandler</source>
        <translation>new caseworker</translation>
    </message>
    <message>
        <source>indsats i gang</source>
        <translation>intervention under way</translation>
    </message>
</context>
<context>
    <name>OwnAnswersPage</name>
    <message>
        <source>Dine svar om {0}</source>
        <translation>Your answers about {0}</translation>
    </message>
    <message>
        <source>← {0}</source>
        <translation>← {0}</translation>
    </message>
    <message>
        <source>Lås</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>Siden er kun til dig. På den skærm, I ser på sammen, står kun dine svar om samarbejde, netværk, hverdag og helbred. {0} kan bede om at se resten: det er en del af sagen.</source>
        <translation>This page is for you alone. The screen you look at together only shows your answers about working together, network, everyday life and health. {0} can ask to see the rest: it is part of the case.</translation>
    </message>
    <message>
        <source>Forslag, der bygger på dine egne svar</source>
        <translation>Suggestions that rest on your own answers</translation>
    </message>
    <message>
        <source>De står kun her. Tag dem op med dine egne ord, hvis du finder dem rigtige.</source>
        <translation>They are here only. Bring them up in your own words if you find them right.</translation>
    </message>
    <message>
        <source>Du har ikke svaret endnu.</source>
        <translation>You have not answered yet.</translation>
    </message>
    <message>
        <source>Svar det, du tror.</source>
        <translation>Answer what you believe.</translation>
    </message>
    <message>
        <source>Et tal, man styrer efter, måler ikke længere noget.</source>
        <translation>A number people steer by no longer measures anything.</translation>
    </message>
    <message>
        <source>Gemt lokalt, krypteret ✓</source>
        <translation>Saved here, encrypted ✓</translation>
    </message>
</context>
<context>
    <name>OwnPicturePage</name>
    <message>
        <source>Mine egne svar</source>
        <translation>My answers</translation>
    </message>
    <message>
        <source>← Mine borgere</source>
        <translation>← My citizens</translation>
    </message>
    <message>
        <source>Lås</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>Som tabel</source>
        <translation>As a table</translation>
    </message>
    <message>
        <source>Siden er kun til dig. Ingen andre ser den, og intet af den bliver sendt.</source>
        <translation>This page is only for you. Nobody else sees it, and nothing of it is sent.</translation>
    </message>
    <message>
        <source>Dit gennemsnit</source>
        <translation>Your average</translation>
    </message>
    <message>
        <source>Svar det, du tror.</source>
        <translation>Answer what you believe.</translation>
    </message>
    <message>
        <source>Intet her beder dig om at svare højere. Et tal, man styrer efter, måler ikke længere noget.</source>
        <translation>Nothing here asks you to answer higher. A figure that people steer by no longer measures anything.</translation>
    </message>
    <message>
        <source>Gemt lokalt, krypteret ✓</source>
        <translation>Saved here, encrypted ✓</translation>
    </message>
    <message>
        <source>»{0}«</source>
        <translation>“{0}”</translation>
    </message>
    <message>
        <source>Du har ikke svaret endnu. Billedet kommer, når din første samtale er afsluttet.</source>
        <translation>You have not answered yet. The picture comes when your first meeting has ended.</translation>
    </message>
    <message>
        <source>Dine svar</source>
        <translation>Your answers</translation>
    </message>
    <message>
        <source>BIP: {0}</source>
        <translation>BIP: {0}</translation>
    </message>
    <message>
        <source>Svar</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>I BIP</source>
        <translation>In BIP</translation>
    </message>
    <message>
        <source>Hvad du svarede, og hvordan det gik</source>
        <translation>What you answered, and how it went</translation>
    </message>
    <message>
        <source>Ingen forløb er afsluttet endnu. Her kommer de til at stå ved dit sidste svar.</source>
        <translation>No course has ended yet. They will stand here beside your last answer.</translation>
    </message>
    <message>
        <source>Borger</source>
        <translation>Citizen</translation>
    </message>
    <message>
        <source>Dit sidste svar</source>
        <translation>Your last answer</translation>
    </message>
    <message>
        <source>Sluttede med</source>
        <translation>Ended with</translation>
    </message>
    <message>
        <source>Afsluttede forløb</source>
        <translation>Closed courses</translation>
    </message>
    <message>
        <source>Som billede</source>
        <translation>As a picture</translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message>
        <source>Vælg …</source>
        <translation>Choose …</translation>
    </message>
    <message>
        <source>Fortryd</source>
        <translation>Never mind</translation>
    </message>
</context>
<context>
    <name>PartBar</name>
    <message>
        <source>Spørgsmål {0} af {1}</source>
        <translation>Question {0} of {1}</translation>
    </message>
</context>
<context>
    <name>PassphrasePage</name>
    <message>
        <source>Ny adgangssætning</source>
        <translation>New passphrase</translation>
    </message>
    <message>
        <source>Gør det senere</source>
        <translation>Do it later</translation>
    </message>
    <message>
        <source>← Indstillinger</source>
        <translation>← Settings</translation>
    </message>
    <message>
        <source>Din adgangssætning nu</source>
        <translation>Your passphrase now</translation>
    </message>
    <message>
        <source>Mindst 12 tegn. Tre eller fire tilfældige ord er stærke og nemme at huske.</source>
        <translation>At least 12 characters. Three or four random words are strong and easy to remember.</translation>
    </message>
    <message>
        <source>Ny adgangssætning igen</source>
        <translation>New passphrase again</translation>
    </message>
    <message>
        <source>Skift</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Du har låst op med gendannelsesnøglen. Vælg en ny adgangssætning, så du ikke skal bruge den igen.</source>
        <translation>You unlocked with the recovery key. Choose a new passphrase, so that you need not use it again.</translation>
    </message>
    <message>
        <source>Dine borgeres svar bliver ikke rørt. Kun nøglen til dem bliver pakket om.</source>
        <translation>Your citizens’ answers are not touched. Only the key to them is wrapped anew.</translation>
    </message>
</context>
<context>
    <name>QuestionView</name>
    <message>
        <source>← Tilbage</source>
        <translation>← Back</translation>
    </message>
    <message>
        <source>Næste →</source>
        <translation>Next →</translation>
    </message>
    <message>
        <source>Se mine svar →</source>
        <translation>See my answers →</translation>
    </message>
    <message>
        <source>Hvem ser mit svar?</source>
        <translation>Who sees my answer?</translation>
    </message>
</context>
<context>
    <name>QuietSettings</name>
    <message>
        <source>Større tekst</source>
        <translation>Larger text</translation>
    </message>
    <message>
        <source>Mindre tekst</source>
        <translation>Smaller text</translation>
    </message>
</context>
<context>
    <name>RecoveryKeyPage</name>
    <message>
        <source>Gendannelsesnøgle</source>
        <translation>Recovery key</translation>
    </message>
    <message>
        <source>Udskriv</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Den er på papir</source>
        <translation>It is on paper</translation>
    </message>
    <message>
        <source>Glemmer alle deres adgangssætning, er denne nøgle den eneste vej til svarene. Den bliver kun vist nu. Udskriv den, eller skriv den af, og læg den i jobcentrets pengeskab.</source>
        <translation>If everybody forgets their passphrase, this key is the only way to the answers. It is shown only now. Print it, or copy it by hand, and put it in the jobcentre’s safe.</translation>
    </message>
    <message>
        <source>Din egen adgangssætning</source>
        <translation>Your own passphrase</translation>
    </message>
    <message>
        <source>Færdig</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Vis nøglen igen</source>
        <translation>Show the key again</translation>
    </message>
    <message>
        <source>Skriv to af grupperne fra papiret. Så ved I, at det kan læses.</source>
        <translation>Type two of the groups from the paper. Then you know that it can be read.</translation>
    </message>
    <message>
        <source>Gruppe {0}</source>
        <translation>Group {0}</translation>
    </message>
    <message>
        <source>Nøgle</source>
        <translation>Key</translation>
    </message>
</context>
<context>
    <name>ResearchCentrePage</name>
    <message>
        <source>Forskningscentret</source>
        <translation>The research centre</translation>
    </message>
    <message>
        <source>← Send til forskning</source>
        <translation>← Send to research</translation>
    </message>
    <message>
        <source>Lås</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>Hvem I sender til, hvem I er, og hvad forskningen har fundet.</source>
        <translation>Whom you send to, who you are, and what research has found.</translation>
    </message>
    <message>
        <source>Filer fra centret (*.json);;Alle filer (*)</source>
        <translation>Files from the centre (*.json);;All files (*)</translation>
    </message>
    <message>
        <source>Hvor skal kortet gemmes?</source>
        <translation>Where should the card be saved?</translation>
    </message>
    <message>
        <source>Hent centrets nøglefil …</source>
        <translation>Fetch the centre’s key file …</translation>
    </message>
    <message>
        <source>Tegnene er ens</source>
        <translation>The signs are the same</translation>
    </message>
    <message>
        <source>Brug dem ikke</source>
        <translation>Do not use them</translation>
    </message>
    <message>
        <source>Sammenlign, før du siger ja</source>
        <translation>Compare before you say yes</translation>
    </message>
    <message>
        <source>Ring til centret på et nummer, du kender i forvejen. Læs tegnene op for hinanden:</source>
        <translation>Call the centre on a number you already know. Read the signs out to each other:</translation>
    </message>
    <message>
        <source>I sender til</source>
        <translation>You send to</translation>
    </message>
    <message>
        <source>Gem kortet …</source>
        <translation>Save the card …</translation>
    </message>
    <message>
        <source>Denne computers kort</source>
        <translation>This computer’s card</translation>
    </message>
    <message>
        <source>Send kortet til centret, så det kan kende jeres pakker. Det er ikke hemmeligt. Læs tegnene op, når de ringer:</source>
        <translation>Send the card to the centre, so that it can tell your packages. It is not secret. Read the signs out when they call:</translation>
    </message>
    <message>
        <source>Forslagene bygger på de kilder, programmet kom med. Centret kan sende nye tal i en fil.</source>
        <translation>The suggestions rest on the sources that came with the program. The centre can send new figures in a file.</translation>
    </message>
    <message>
        <source>Nye tal fra forskningen</source>
        <translation>New figures from research</translation>
    </message>
    <message>
        <source>Område</source>
        <translation>Theme</translation>
    </message>
    <message>
        <source>Intet</source>
        <translation>Nothing</translation>
    </message>
    <message>
        <source>Én slags</source>
        <translation>One kind</translation>
    </message>
    <message>
        <source>Flere</source>
        <translation>Several</translation>
    </message>
    <message>
        <source>Med job</source>
        <translation>With job</translation>
    </message>
    <message>
        <source>Hent nye tal …</source>
        <translation>Fetch new figures …</translation>
    </message>
    <message>
        <source>Brug tallene</source>
        <translation>Use the figures</translation>
    </message>
    <message>
        <source>Tallene kommer til at stå på forslagene. Styrke og kilder bliver, som de er.</source>
        <translation>The figures will stand on the suggestions. Strength and sources stay as they are.</translation>
    </message>
</context>
<context>
    <name>ResearchPanel</name>
    <message>
        <source>Svar til forskning</source>
        <translation>Answers for research</translation>
    </message>
    <message>
        <source>Må svarene bruges til forskning? Spørg {0}.</source>
        <translation>May the answers be used for research? Ask {0}.</translation>
    </message>
    <message>
        <source>Et nej nu trækker også det tilbage, der er sendt.</source>
        <translation>A no now also withdraws what has been sent.</translation>
    </message>
    <message>
        <source>Uden navn og CPR-nummer. {0} bestemmer, og det ændrer intet i sagen.</source>
        <translation>Without name and CPR number. {0} decides, and it changes nothing in the case.</translation>
    </message>
    <message>
        <source>Gem svaret</source>
        <translation>Save the answer</translation>
    </message>
</context>
<context>
    <name>ResearchView</name>
    <message>
        <source>Ja, mine svar må bruges</source>
        <translation>Yes, my answers may be used</translation>
    </message>
    <message>
        <source>Nej, det vil jeg ikke</source>
        <translation>No, I do not want that</translation>
    </message>
    <message>
        <source>Forskerne får dine svar uden navn og uden CPR-nummer.</source>
        <translation>The researchers get your answers without your name and without your CPR number.</translation>
    </message>
    <message>
        <source>{0} kan ikke se, hvad du vælger, mens I taler sammen.</source>
        <translation>{0} cannot see what you choose while you are talking.</translation>
    </message>
    <message>
        <source>Det betyder ikke noget for din sag eller dine penge.</source>
        <translation>It makes no difference to your case or your money.</translation>
    </message>
    <message>
        <source>Du kan altid sige til, hvis du skifter mening.</source>
        <translation>You can always say so if you change your mind.</translation>
    </message>
    <message>
        <source>Forskning</source>
        <translation>Research</translation>
    </message>
    <message>
        <source>Må dine svar bruges til forskning?</source>
        <translation>May your answers be used for research?</translation>
    </message>
    <message>
        <source>Videre →</source>
        <translation>Continue →</translation>
    </message>
</context>
<context>
    <name>RestoringPage</name>
    <message>
        <source>Hent en sikkerhedskopi frem</source>
        <translation>Restore a backup</translation>
    </message>
    <message>
        <source>← Tilbage</source>
        <translation>← Back</translation>
    </message>
    <message>
        <source>Lavet</source>
        <translation>Made</translation>
    </message>
    <message>
        <source>Anledning</source>
        <translation>Occasion</translation>
    </message>
    <message>
        <source>Nyere arbejde</source>
        <translation>Newer work</translation>
    </message>
    <message>
        <source>Find i en anden mappe …</source>
        <translation>Find in another folder …</translation>
    </message>
    <message>
        <source>Se, hvad der ikke kommer med</source>
        <translation>See what does not come back</translation>
    </message>
    <message>
        <source>Hent den frem</source>
        <translation>Restore it</translation>
    </message>
    <message>
        <source>Intet bliver ændret, før du har set, hvad der ikke kommer med, og siger ja.</source>
        <translation>Nothing is changed before you have seen what does not come back, and say yes.</translation>
    </message>
    <message>
        <source>Henter den frem …</source>
        <translation>Restoring it …</translation>
    </message>
    <message>
        <source>Den database, der er her nu, bliver lagt til side. Den bliver ikke slettet.</source>
        <translation>The database that is here now is set aside. It is not deleted.</translation>
    </message>
    <message>
        <source>Borgere, der er slettet siden, kommer ikke tilbage.</source>
        <translation>Citizens erased since do not come back.</translation>
    </message>
    <message>
        <source>Forskningscentret skal have et nyt kort fra denne computer, før I kan sende igen.</source>
        <translation>The research centre needs a new card from this computer before you can send again.</translation>
    </message>
    <message>
        <source>– {0}</source>
        <translation>– {0}</translation>
    </message>
    <message>
        <source>3. Det kommer ikke med</source>
        <translation>3. This does not come back</translation>
    </message>
</context>
<context>
    <name>ReviewView</name>
    <message>
        <source>Ret</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Ret {0}</source>
        <translation>Change {0}</translation>
    </message>
    <message>
        <source>Se dine svar igennem. Du kan rette, hvad du vil.</source>
        <translation>Look through your answers. You can change whatever you like.</translation>
    </message>
    <message>
        <source>Se dine svar igennem. Der er {0} uden svar. Det er helt i orden.</source>
        <translation>Look through your answers. There are {0} without an answer. That is quite all right.</translation>
    </message>
    <message>
        <source>Må svarene bruges til forskning? Vælg igen</source>
        <translation>May the answers be used for research? Choose again</translation>
    </message>
    <message>
        <source>Dine svar</source>
        <translation>Your answers</translation>
    </message>
    <message>
        <source>← Tilbage</source>
        <translation>← Back</translation>
    </message>
    <message>
        <source>Færdig</source>
        <translation>Done</translation>
    </message>
</context>
<context>
    <name>RightsCasesPage</name>
    <message>
        <source>Borgernes rettigheder</source>
        <translation>The citizens’ rights</translation>
    </message>
    <message>
        <source>← Administration</source>
        <translation>← Administration</translation>
    </message>
    <message>
        <source>Lås</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>Afsluttede sager</source>
        <translation>Closed cases</translation>
    </message>
    <message>
        <source>Sag</source>
        <translation>Case</translation>
    </message>
    <message>
        <source>Borger</source>
        <translation>Citizen</translation>
    </message>
    <message>
        <source>Hvornår og hvem</source>
        <translation>When and who</translation>
    </message>
    <message>
        <source>Afsluttet</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>Sagsbehandleren beder om det, teamlederen godkender, og administratoren udfører det. En sletning kræver to personer.</source>
        <translation>The caseworker asks for it, the team leader approves, and the administrator carries it out. An erasure takes two people.</translation>
    </message>
    <message>
        <source>Der er ingen sager i gang.</source>
        <translation>There are no cases under way.</translation>
    </message>
    <message>
        <source>Hvor skal indsigten gemmes?</source>
        <translation>Where should the access files be saved?</translation>
    </message>
    <message>
        <source>Fortryd</source>
        <translation>Undo</translation>
    </message>
</context>
<context>
    <name>RowsModel</name>
    <message>
        <source>Linje</source>
        <translation>Line</translation>
    </message>
    <message>
        <source>Navn</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>CPR-nummer</source>
        <translation>CPR number</translation>
    </message>
    <message>
        <source>Sagsnummer</source>
        <translation>Case number</translation>
    </message>
    <message>
        <source>Ydelse</source>
        <translation>Benefit</translation>
    </message>
    <message>
        <source>Hvad der sker</source>
        <translation>What happens</translation>
    </message>
</context>
<context>
    <name>RowsTable</name>
    <message>
        <source>Rækkerne i filen</source>
        <translation>The rows of the file</translation>
    </message>
</context>
<context>
    <name>SearchAndWage</name>
    <message>
        <source>Nu: {0}</source>
        <translation>Now: {0}</translation>
    </message>
    <message>
        <source>Der er ikke noget rigtigt tal. Højere er ikke bedre, og lavere er ikke bedre.</source>
        <translation>There is no right number. Higher is not better, and lower is not better.</translation>
    </message>
    <message>
        <source>det, du svarede</source>
        <translation>what you answered</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Indstillinger</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>← Mine borgere</source>
        <translation>← My citizens</translation>
    </message>
    <message>
        <source>Lås</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>Sprog</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Farver</source>
        <translation>Colours</translation>
    </message>
    <message>
        <source>Lyse</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Mørke</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>Høj kontrast</source>
        <translation>High contrast</translation>
    </message>
    <message>
        <source>Som computeren</source>
        <translation>As the computer</translation>
    </message>
    <message>
        <source>Tekststørrelse</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>{0} %</source>
        <translation>{0}%</translation>
    </message>
    <message>
        <source>Overalt i programmet: Ctrl og plus gør teksten større, Ctrl og minus mindre.</source>
        <translation>Anywhere in the program: Ctrl and plus makes the text larger, Ctrl and minus smaller.</translation>
    </message>
    <message>
        <source>Svar med tasterne 1 til 5</source>
        <translation>Answer with the keys 1 to 5</translation>
    </message>
    <message>
        <source>Ja</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>Nej</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Et tryk på et tal vælger svaret. Slå det fra, hvis nogen kommer til at trykke ved et uheld.</source>
        <translation>Pressing a digit chooses the answer. Switch it off if somebody tends to press a key by accident.</translation>
    </message>
    <message>
        <source>Dage mellem to målinger</source>
        <translation>Days between two measurements</translation>
    </message>
    <message>
        <source>Derefter minder »Mine borgere« om en ny samtale. BIP målte hver tredje måned.</source>
        <translation>After that, “My citizens” reminds you of a new meeting. BIP measured every third month.</translation>
    </message>
    <message>
        <source>Dit direkte telefonnummer</source>
        <translation>Your direct phone number</translation>
    </message>
    <message>
        <source>Står på den aftale, borgeren får med.</source>
        <translation>Stands on the agreement the citizen takes home.</translation>
    </message>
    <message>
        <source>Sikkerhedskopier …</source>
        <translation>Backups …</translation>
    </message>
    <message>
        <source>Skift adgangssætning …</source>
        <translation>Change the passphrase …</translation>
    </message>
    <message>
        <source>Mine opslag …</source>
        <translation>My look-ups …</translation>
    </message>
    <message>
        <source>Det, du selv har set, rettet og udskrevet</source>
        <translation>What you have seen, changed and printed yourself</translation>
    </message>
    <message>
        <source>Det, du vælger, gælder med det samme.</source>
        <translation>What you choose holds at once.</translation>
    </message>
    <message>
        <source>På denne computer</source>
        <translation>On this computer</translation>
    </message>
    <message>
        <source>I jobcentret</source>
        <translation>In the jobcentre</translation>
    </message>
    <message>
        <source>Om dig</source>
        <translation>About you</translation>
    </message>
    <message>
        <source>Sikkerhed</source>
        <translation>Safety</translation>
    </message>
    <message>
        <source>Gemt ✓</source>
        <translation>Saved ✓</translation>
    </message>
</context>
<context>
    <name>SpotChecksPage</name>
    <message>
        <source>Stikprøver</source>
        <translation>Spot checks</translation>
    </message>
    <message>
        <source>← Administration</source>
        <translation>← Administration</translation>
    </message>
    <message>
        <source>Lås</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>Hver måned trækker programmet 5 % af hændelserne i loggen, mindst 10. Ingen kan vælge hvilke. Spørg den, der har slået op, hvis du ikke kan se hvorfor.</source>
        <translation>Each month the program draws 5 % of the log’s entries, at least 10. Nobody can choose which. Ask whoever looked up where you cannot see why.</translation>
    </message>
    <message>
        <source>Ingen stikprøver venter. Den næste kommer, når måneden er gået.</source>
        <translation>No spot check is waiting. The next one comes when the month is over.</translation>
    </message>
    <message>
        <source>Jeg har set dem alle</source>
        <translation>I have looked at all of them</translation>
    </message>
    <message>
        <source>Bemærkning (kan udelades)</source>
        <translation>Remark (may be left out)</translation>
    </message>
    <message>
        <source>Skriv ingen navne og CPR-numre.</source>
        <translation>Write no names and no CPR numbers.</translation>
    </message>
</context>
<context>
    <name>StartingPoint</name>
    <message>
        <source>dit svar, {0}</source>
        <translation>your answer, {0}</translation>
    </message>
</context>
<context>
    <name>StepRail</name>
    <message>
        <source>Trin {0} af {1}: {2}</source>
        <translation>Step {0} of {1}: {2}</translation>
    </message>
</context>
<context>
    <name>SuggestionCard</name>
    <message>
        <source>Se kilden</source>
        <translation>See the source</translation>
    </message>
    <message>
        <source>Hvorfor:</source>
        <translation>Why:</translation>
    </message>
    <message>
        <source>Se kilden til »{0}«</source>
        <translation>See the source of “{0}”</translation>
    </message>
    <message>
        <source>I holder fast ✓</source>
        <translation>You are keeping it ✓</translation>
    </message>
    <message>
        <source>Valgt sammen ✓</source>
        <translation>Chosen together ✓</translation>
    </message>
    <message>
        <source>Hold fast</source>
        <translation>Keep it</translation>
    </message>
    <message>
        <source>Vælg</source>
        <translation>Choose</translation>
    </message>
    <message>
        <source>i gang</source>
        <translation>under way</translation>
    </message>
    <message>
        <source>sammen med</source>
        <translation>together with</translation>
    </message>
    <message>
        <source>Skjul kilden</source>
        <translation>Hide the source</translation>
    </message>
</context>
<context>
    <name>TaskRow</name>
    <message>
        <source>Hvem</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>gør hvad?</source>
        <translation>does what?</translation>
    </message>
    <message>
        <source>Hvad</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Senest</source>
        <translation>By</translation>
    </message>
    <message>
        <source>dd.MM.yyyy</source>
        <translation>dd/MM/yyyy</translation>
    </message>
    <message>
        <source>ingen frist</source>
        <translation>no date</translation>
    </message>
    <message>
        <source>Fjern</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Fjern denne aftale</source>
        <translation>Remove this agreement</translation>
    </message>
</context>
<context>
    <name>TickEditor</name>
    <message>
        <source>Vis udfasede</source>
        <translation>Show phased-out ones</translation>
    </message>
    <message>
        <source> (udfaset)</source>
        <translation> (phased out)</translation>
    </message>
</context>
<context>
    <name>TickGrid</name>
    <message>
        <source>Intet svar</source>
        <translation>No answer</translation>
    </message>
</context>
<context>
    <name>TogetherView</name>
    <message>
        <source>Som tabel</source>
        <translation>As a table</translation>
    </message>
    <message>
        <source>{0} svarer efter samtalen, så her er kun dine svar.</source>
        <translation>{0} answers after the meeting, so only your answers are here.</translation>
    </message>
    <message>
        <source>Dit udgangspunkt</source>
        <translation>Your starting point</translation>
    </message>
    <message>
        <source>Nu</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>Over tid</source>
        <translation>Over time</translation>
    </message>
    <message>
        <source>Sådan ser vi hver især på det</source>
        <translation>How each of us sees it</translation>
    </message>
    <message>
        <source>Hver især</source>
        <translation>Each of us</translation>
    </message>
    <message>
        <source>Ingen af jer har set den andens svar før nu. Forskelle er gode at tale om. Der er ikke noget rigtigt svar.</source>
        <translation>Neither of you has seen the other’s answers before now. Differences are good to talk about. There is no right answer.</translation>
    </message>
    <message>
        <source>Fra start til nu</source>
        <translation>From the start to now</translation>
    </message>
    <message>
        <source>Fra start</source>
        <translation>From start</translation>
    </message>
    <message>
        <source>Jobsøgning og løn</source>
        <translation>Job search and wage</translation>
    </message>
    <message>
        <source>Job og løn</source>
        <translation>Job and wage</translation>
    </message>
    <message>
        <source>Sådan søger du job, og den laveste løn, du vil arbejde for. Intet af det er rigtigt eller forkert.</source>
        <translation>How you look for work, and the lowest wage you would work for. None of it is right or wrong.</translation>
    </message>
    <message>
        <source>Som billede</source>
        <translation>As a picture</translation>
    </message>
</context>
<context>
    <name>TwoViewsPicture</name>
    <message>
        <source>{0} svar</source>
        <translation>{0} answers</translation>
    </message>
    <message>
        <source>Én ad gangen</source>
        <translation>One at a time</translation>
    </message>
    <message>
        <source>Forrige område</source>
        <translation>Previous theme</translation>
    </message>
    <message>
        <source>Næste område</source>
        <translation>Next theme</translation>
    </message>
    <message>
        <source>{0} af {1}</source>
        <translation>{0} of {1}</translation>
    </message>
    <message>
        <source>Vis alle</source>
        <translation>Show all</translation>
    </message>
</context>
<context>
    <name>UnderWayStrip</name>
    <message>
        <source>Det er ikke noteret, hvad der er i gang lige nu.</source>
        <translation>It has not been noted what is under way at the moment.</translation>
    </message>
    <message>
        <source>I gang nu:</source>
        <translation>Under way now:</translation>
    </message>
    <message>
        <source>Der er ikke noget i gang lige nu.</source>
        <translation>Nothing is under way at the moment.</translation>
    </message>
    <message>
        <source>Stopper ✓</source>
        <translation>Stopping ✓</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>{0} stopper</source>
        <translation>{0} stops</translation>
    </message>
</context>
<context>
    <name>UnlockPage</name>
    <message>
        <source>Lås op</source>
        <translation>Unlock</translation>
    </message>
    <message>
        <source>Adgangssætning</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Glemt adgangssætningen?</source>
        <translation>Forgotten the passphrase?</translation>
    </message>
    <message>
        <source>Hent en sikkerhedskopi frem …</source>
        <translation>Restore a backup …</translation>
    </message>
    <message>
        <source>Dine borgeres svar ligger krypteret på denne computer.</source>
        <translation>Your citizens’ answers are kept encrypted on this computer.</translation>
    </message>
    <message>
        <source>Er en computer stjålet?</source>
        <translation>Has a computer been stolen?</translation>
    </message>
    <message>
        <source>Låser op …</source>
        <translation>Unlocking …</translation>
    </message>
    <message>
        <source>Skriv gendannelsesnøglen fra jobcentrets pengeskab her: syv grupper med fem tegn. En administrator kan også give dig en ny adgangssætning.</source>
        <translation>Type the recovery key from the jobcentre’s safe here: seven groups of five characters. An administrator can also give you a new passphrase.</translation>
    </message>
</context>
<context>
    <name>UseLogPage</name>
    <message>
        <source>Lås</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>fx udskrev, kl. 14 eller et formål</source>
        <translation>e.g. printed, 14: or a purpose</translation>
    </message>
    <message>
        <source>Hvem</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>Søg i det, der er vist</source>
        <translation>Search in what is shown</translation>
    </message>
    <message>
        <source>Kontrollér hele loggen</source>
        <translation>Check the whole log</translation>
    </message>
    <message>
        <source>Har nogen rettet i loggen?</source>
        <translation>Has anybody changed the log?</translation>
    </message>
    <message>
        <source>Hver linje hænger sammen med den før. Rettes, flyttes eller fjernes en linje, kan det ses her.</source>
        <translation>Each line hangs together with the one before. If a line is changed, moved or taken out, it shows here.</translation>
    </message>
</context>
<context>
    <name>UserPanel</name>
    <message>
        <source>Navn</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Direkte telefon (kan udelades)</source>
        <translation>Direct telephone (may be left out)</translation>
    </message>
    <message>
        <source>Ny adgangssætning</source>
        <translation>New passphrase</translation>
    </message>
    <message>
        <source>Den nye bruger skriver den selv. Mindst 12 tegn; tre eller fire tilfældige ord er nemme at huske.</source>
        <translation>The new user types it. At least 12 characters; three or four words at random are easy to remember.</translation>
    </message>
    <message>
        <source>Ny adgangssætning igen</source>
        <translation>New passphrase again</translation>
    </message>
    <message>
        <source>Pinkode</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>4 til 8 cifre, til når borgeren giver computeren tilbage.</source>
        <translation>4 to 8 digits, for when the citizen gives the computer back.</translation>
    </message>
    <message>
        <source>Din egen adgangssætning</source>
        <translation>Your own passphrase</translation>
    </message>
    <message>
        <source>Fortryd</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Roller</source>
        <translation>Roles</translation>
    </message>
</context>
<context>
    <name>UsersPage</name>
    <message>
        <source>Adgang</source>
        <translation>Access</translation>
    </message>
    <message>
        <source>← Administration</source>
        <translation>← Administration</translation>
    </message>
    <message>
        <source>Lås</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>Tilføj bruger</source>
        <translation>Add a user</translation>
    </message>
    <message>
        <source>Hver bruger låser op med sin egen adgangssætning. Det, en bruger må, følger af rollerne.</source>
        <translation>Each user unlocks with a passphrase of their own. What a user may do follows from the roles.</translation>
    </message>
    <message>
        <source>Lav en ny nøgle</source>
        <translation>Make a new key</translation>
    </message>
    <message>
        <source>Lav en gendannelsesnøgle</source>
        <translation>Make a recovery key</translation>
    </message>
    <message>
        <source>Prøv nøglen fra pengeskabet</source>
        <translation>Try the key from the safe</translation>
    </message>
    <message>
        <source>En gang om året er nok. Skriv alle syv grupper; store og små bogstaver er lige gode.</source>
        <translation>Once a year is enough. Type all seven groups; capitals and small letters are the same.</translation>
    </message>
    <message>
        <source>Prøv</source>
        <translation>Try</translation>
    </message>
    <message>
        <source>Gendannelsesnøgle</source>
        <translation>Recovery key</translation>
    </message>
</context>
<context>
    <name>VoidClosedPanel</name>
    <message>
        <source>Annullér en måling</source>
        <translation>Cancel a measurement</translation>
    </message>
    <message>
        <source>Hvorfor tæller den ikke?</source>
        <translation>Why does it not count?</translation>
    </message>
    <message>
        <source>Hvilken måling?</source>
        <translation>Which measurement?</translation>
    </message>
    <message>
        <source>Den tæller ikke med nogen steder. Er den sendt til forskning, bliver den trukket tilbage næste gang, der sendes.</source>
        <translation>It will not count anywhere. If it has been sent to research, it is withdrawn the next time something is sent.</translation>
    </message>
    <message>
        <source>Annullér målingen</source>
        <translation>Cancel the measurement</translation>
    </message>
</context>
<context>
    <name>VoidPanel</name>
    <message>
        <source>Annullér målingen</source>
        <translation>Cancel the measurement</translation>
    </message>
    <message>
        <source>Hvorfor tæller den ikke?</source>
        <translation>Why does it not count?</translation>
    </message>
    <message>
        <source>Svarene fra denne måling tæller ikke med nogen steder. Det kan ikke fortrydes.</source>
        <translation>The answers of this measurement will not count anywhere. This cannot be undone.</translation>
    </message>
</context>
<context>
    <name>WelcomeView</name>
    <message>
        <source>En anden</source>
        <translation>Somebody else</translation>
    </message>
    <message>
        <source>Født {0}</source>
        <translation>Born {0}</translation>
    </message>
    <message>
        <source>Dine svar</source>
        <translation>Your answers</translation>
    </message>
    <message>
        <source>Velkommen, {0}</source>
        <translation>Welcome, {0}</translation>
    </message>
    <message>
        <source>Hvordan gik det med det, vi aftalte?</source>
        <translation>How did it go with what we agreed?</translation>
    </message>
    <message>
        <source>»{0}«</source>
        <translation>“{0}”</translation>
    </message>
    <message>
        <source> · senest {0}</source>
        <translation> · by {0}</translation>
    </message>
    <message>
        <source>Gjort</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Noget af det</source>
        <translation>Some of it</translation>
    </message>
    <message>
        <source>Ikke endnu</source>
        <translation>Not yet</translation>
    </message>
</context>
<context>
    <name>WhatWasOnPage</name>
    <message>
        <source>Hvad lå på computeren?</source>
        <translation>What was on the computer?</translation>
    </message>
    <message>
        <source>← Tilbage</source>
        <translation>← Back</translation>
    </message>
    <message>
        <source>Lavet</source>
        <translation>Made</translation>
    </message>
    <message>
        <source>Anledning</source>
        <translation>Occasion</translation>
    </message>
    <message>
        <source>Størrelse</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>Find sikkerhedskopien …</source>
        <translation>Find the backup …</translation>
    </message>
    <message>
        <source>Se, hvad der lå på computeren</source>
        <translation>See what was on the computer</translation>
    </message>
    <message>
        <source>Gem som PDF …</source>
        <translation>Save as PDF …</translation>
    </message>
    <message>
        <source>Når en computer er stjålet eller væk, kan den sidste sikkerhedskopi sige, hvad der lå på den. Den ligger på det fællesdrev, I har valgt. Intet bliver ændret.</source>
        <translation>When a computer is stolen or gone, the last backup can say what was on it. It lies on the shared drive you have chosen. Nothing is changed.</translation>
    </message>
    <message>
        <source>Gem som PDF</source>
        <translation>Save as PDF</translation>
    </message>
</context>
<context>
    <name>about</name>
    <message>
        <source>Spørgeskema »{0}«, udgave {1}, ordlyd {2}.</source>
        <translation>Questionnaire “{0}”, version {1}, wording {2}.</translation>
    </message>
    <message>
        <source>Ordlyden er et udkast og ikke BIP’s egne ord i {0} af {1} spørgsmål: {2}.</source>
        <translation>The wording is a draft, not BIP’s own words, in {0} of {1} questions: {2}.</translation>
    </message>
    <message>
        <source>Ordret fra kilderne: {0}.</source>
        <translation>Word for word from the sources: {0}.</translation>
    </message>
    <message>
        <source>Spørgsmålene</source>
        <translation>The questions</translation>
    </message>
    <message>
        <source>Forslagene</source>
        <translation>The suggestions</translation>
    </message>
    <message>
        <source>Det, programmet ikke gør</source>
        <translation>What the program does not do</translation>
    </message>
    <message>
        <source>Det giver ingen point og ingen sandsynlighed, og det rangordner ingen.</source>
        <translation>It gives no score and no probability, and it ranks nobody.</translation>
    </message>
    <message>
        <source>Ét trin på ét område kan være tilfældigt.</source>
        <translation>One step on one theme may be chance.</translation>
    </message>
    <message>
        <source>Det bruger ikke nettet. Alt ligger krypteret på denne computer.</source>
        <translation>It does not use the network. Everything is kept encrypted on this computer.</translation>
    </message>
    <message>
        <source>Licens</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>Programmet: MPL-2.0. Teksterne: CC BY-SA 4.0.</source>
        <translation>The program: MPL-2.0. The texts: CC BY-SA 4.0.</translation>
    </message>
    <message>
        <source>Filen med forslag kan ikke læses lige nu.</source>
        <translation>The file of suggestions cannot be read at the moment.</translation>
    </message>
    <message>
        <source>Regler »{0}«, udgave {1}. De bygger på:</source>
        <translation>Rules “{0}”, version {1}. They rest on:</translation>
    </message>
</context>
<context>
    <name>administration</name>
    <message>
        <source>← Mine borgere</source>
        <translation>← My citizens</translation>
    </message>
    <message>
        <source>Lås</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>Adgang</source>
        <translation>Access</translation>
    </message>
    <message>
        <source>Brugere, roller og gendannelsesnøglen.</source>
        <translation>Users, roles and the recovery key.</translation>
    </message>
    <message>
        <source>Se adgang</source>
        <translation>See access</translation>
    </message>
    <message>
        <source>Der er ingen gendannelsesnøgle endnu.</source>
        <translation>There is no recovery key yet.</translation>
    </message>
    <message>
        <source>Sikkerhedskopier</source>
        <translation>Backups</translation>
    </message>
    <message>
        <source>Hvad der er gemt, hvor det ligger, og hvordan I kommer tilbage.</source>
        <translation>What is kept, where it lies, and how you get back.</translation>
    </message>
    <message>
        <source>Se sikkerhedskopier</source>
        <translation>See the backups</translation>
    </message>
    <message>
        <source>Loggen</source>
        <translation>The log</translation>
    </message>
    <message>
        <source>Hvem har set, rettet, udskrevet eller sendt hvad.</source>
        <translation>Who has seen, changed, printed or sent what.</translation>
    </message>
    <message>
        <source>Se loggen</source>
        <translation>See the log</translation>
    </message>
    <message>
        <source>1 måned venter på dig.</source>
        <translation>1 month is waiting for you.</translation>
    </message>
    <message>
        <source>{0} måneder venter på dig.</source>
        <translation>{0} months are waiting for you.</translation>
    </message>
    <message>
        <source>Stikprøver</source>
        <translation>Spot checks</translation>
    </message>
    <message>
        <source>Hver måned ser teamlederen nogle tilfældige opslag igennem.</source>
        <translation>Each month the team leader looks through some look-ups drawn at random.</translation>
    </message>
    <message>
        <source>Se stikprøver</source>
        <translation>See the spot checks</translation>
    </message>
    <message>
        <source>Flyt borgere</source>
        <translation>Move citizens</translation>
    </message>
    <message>
        <source>Når en medarbejder er gået: alle borgerne til en anden på én gang.</source>
        <translation>When a member of staff has left: all citizens to somebody else at once.</translation>
    </message>
    <message>
        <source>Frister for sletning</source>
        <translation>Deadlines for erasure</translation>
    </message>
    <message>
        <source>Hvor længe I gemmer, og hvad der er over fristen.</source>
        <translation>How long you keep what you have, and what is past the deadline.</translation>
    </message>
    <message>
        <source>Se fristerne</source>
        <translation>See the deadlines</translation>
    </message>
    <message>
        <source>Teksten er stadig et udkast.</source>
        <translation>The text is still a draft.</translation>
    </message>
    <message>
        <source>Oplysning til borgeren</source>
        <translation>Information for the citizen</translation>
    </message>
    <message>
        <source>Hvad borgeren læser om sine svar, med jeres egne ord.</source>
        <translation>What the citizen reads about the answers, in your own words.</translation>
    </message>
    <message>
        <source>Se teksten</source>
        <translation>See the text</translation>
    </message>
    <message>
        <source>Find en borger</source>
        <translation>Find a citizen</translation>
    </message>
    <message>
        <source>Se, hvis borger det er. Med et skrevet formål.</source>
        <translation>See whose citizen it is. With a written purpose.</translation>
    </message>
    <message>
        <source>Søg</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>1 sag venter på dig.</source>
        <translation>1 case waits for you.</translation>
    </message>
    <message>
        <source>{0} sager venter på dig.</source>
        <translation>{0} cases wait for you.</translation>
    </message>
    <message>
        <source>Borgernes rettigheder</source>
        <translation>The citizens’ rights</translation>
    </message>
    <message>
        <source>Indsigt og sletning: godkend og udfør.</source>
        <translation>Access and erasure: approve and carry out.</translation>
    </message>
    <message>
        <source>Se sagerne</source>
        <translation>See the cases</translation>
    </message>
</context>
<context>
    <name>assigning</name>
    <message>
        <source>Det er den samme. Vælg en anden at flytte til.</source>
        <translation>That is the same person. Choose somebody else to move them to.</translation>
    </message>
    <message>
        <source>1 borger er nu hos {0}.</source>
        <translation>1 citizen is with {0} now.</translation>
    </message>
    <message>
        <source>{0} borgere er nu hos {1}.</source>
        <translation>{0} citizens are with {1} now.</translation>
    </message>
    <message>
        <source>{0} (1 borger)</source>
        <translation>{0} (1 citizen)</translation>
    </message>
    <message>
        <source>{0} ({1} borgere)</source>
        <translation>{0} ({1} citizens)</translation>
    </message>
</context>
<context>
    <name>backup_texts</name>
    <message>
        <source>i dag {0}</source>
        <translation>today {0}</translation>
    </message>
    <message>
        <source>i går {0}</source>
        <translation>yesterday {0}</translation>
    </message>
    <message>
        <source>Da programmet blev lukket</source>
        <translation>When the program was closed</translation>
    </message>
    <message>
        <source>Dagens første</source>
        <translation>The day’s first</translation>
    </message>
    <message>
        <source>Før en ny udgave af programmet</source>
        <translation>Before a new version of the program</translation>
    </message>
    <message>
        <source>Før en liste blev hentet</source>
        <translation>Before a list was imported</translation>
    </message>
    <message>
        <source>Før en sletning</source>
        <translation>Before an erasure</translation>
    </message>
    <message>
        <source>Nogen bad om den</source>
        <translation>Somebody asked for it</translation>
    </message>
    <message>
        <source>{0} MB</source>
        <translation>{0} MB</translation>
    </message>
    <message>
        <source>højst 1 minut</source>
        <translation>1 minute at most</translation>
    </message>
    <message>
        <source>{0} minutter</source>
        <translation>{0} minutes</translation>
    </message>
    <message>
        <source>{0} timer</source>
        <translation>{0} hours</translation>
    </message>
    <message>
        <source>{0} dage</source>
        <translation>{0} days</translation>
    </message>
    <message>
        <source>Databasen er hel. Kun nøglefilen bliver hentet frem, og intet går tabt.</source>
        <translation>The database is whole. Only the key file is brought back, and nothing is lost.</translation>
    </message>
    <message>
        <source>Alt, der var skrevet, da sikkerhedskopien blev lavet {0}, kommer frem.</source>
        <translation>Everything that had been written when the backup was made {0} comes back.</translation>
    </message>
    <message>
        <source>Det, der er skrevet efter {0}, kommer ikke med: {1}.</source>
        <translation>What was written after {0} does not come back: {1}.</translation>
    </message>
    <message>
        <source>Hvor mange svar det er, kan ikke tælles, fordi databasen ikke kan læses.</source>
        <translation>How many answers that is cannot be counted, because the database cannot be read.</translation>
    </message>
    <message>
        <source>Der er ikke kommet borgere, samtaler eller svar til siden da.</source>
        <translation>No citizens, meetings or answers have been added since.</translation>
    </message>
    <message>
        <source>Siden da er der kommet {0}, {1} og {2}.</source>
        <translation>Since then there have been {0}, {1} and {2}.</translation>
    </message>
    <message>
        <source>1 borger</source>
        <translation>1 citizen</translation>
    </message>
    <message>
        <source>{0} borgere</source>
        <translation>{0} citizens</translation>
    </message>
    <message>
        <source>1 samtale</source>
        <translation>1 meeting</translation>
    </message>
    <message>
        <source>{0} samtaler</source>
        <translation>{0} meetings</translation>
    </message>
    <message>
        <source>{0} svar</source>
        <translation>{0} answers</translation>
    </message>
</context>
<context>
    <name>backups</name>
    <message>
        <source>Der er ingen sikkerhedskopi endnu.</source>
        <translation>There is no backup yet.</translation>
    </message>
    <message>
        <source>Den nyeste er fra {0}. Den er åbnet og efterset, og alt er med.</source>
        <translation>The newest is from {0}. It has been opened and checked, and everything is in it.</translation>
    </message>
    <message>
        <source>Sikkerhedskopierne ligger kun på denne computer.</source>
        <translation>The backups lie on this computer only.</translation>
    </message>
    <message>
        <source>Der er ikke kopieret noget dertil endnu.</source>
        <translation>Nothing has been copied there yet.</translation>
    </message>
    <message>
        <source>Sidst kopieret {0}.</source>
        <translation>Last copied {0}.</translation>
    </message>
    <message>
        <source>Laver en sikkerhedskopi …</source>
        <translation>Making a backup …</translation>
    </message>
    <message>
        <source>Kopierer til mappen …</source>
        <translation>Copying to the folder …</translation>
    </message>
</context>
<context>
    <name>bug_dialog</name>
    <message>
        <source>Programmet gjorde noget, det ikke skulle.</source>
        <translation>The program did something it should not.</translation>
    </message>
    <message>
        <source>Alle svar med »gemt« er gemt. Luk programmet og start det igen; så fortsætter du, hvor du slap. Sker det igen, så send rapporten nedenfor til dem, der passer programmet. Den indeholder ingen CPR-numre.</source>
        <translation>Every answer marked “saved” is saved. Close the program and start it again; you will go on where you were. If it happens again, send the report below to those who look after the program. It holds no CPR numbers.</translation>
    </message>
</context>
<context>
    <name>caseload</name>
    <message>
        <source>I dag</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Ingen borger passer til »{0}«</source>
        <translation>No citizen matches “{0}”</translation>
    </message>
    <message>
        <source>Ingen borger under »{1}« passer til »{0}«</source>
        <translation>No citizen under “{1}” matches “{0}”</translation>
    </message>
    <message>
        <source>Ingen af dine borgere er her nu</source>
        <translation>None of your citizens are here now</translation>
    </message>
    <message>
        <source>1 pakke til forskning mangler kvittering</source>
        <translation>1 package for research has no receipt</translation>
    </message>
    <message>
        <source>{0} pakker til forskning mangler kvittering</source>
        <translation>{0} packages for research have no receipt</translation>
    </message>
    <message>
        <source>{0} åbnede {1} {2}: »{3}«</source>
        <translation>{0} opened {1} {2}: “{3}”</translation>
    </message>
    <message>
        <source>Du har ingen borgere endnu. Opret den første, eller hent dem fra en fil.</source>
        <translation>You have no citizens yet. Add the first one, or fetch them from a file.</translation>
    </message>
</context>
<context>
    <name>caseload_texts</name>
    <message>
        <source>Start samtale</source>
        <translation>Start meeting</translation>
    </message>
    <message>
        <source>Fortsæt samtalen</source>
        <translation>Go on with meeting</translation>
    </message>
    <message>
        <source>Åbn</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>overtaget {0}</source>
        <translation>taken over {0}</translation>
    </message>
    <message>
        <source>{0}. gang</source>
        <translation>meeting no. {0}</translation>
    </message>
    <message>
        <source>begyndt i dag</source>
        <translation>begun today</translation>
    </message>
    <message>
        <source>begyndt {0}</source>
        <translation>begun {0}</translation>
    </message>
    <message>
        <source>aftalt {0}, ikke holdt</source>
        <translation>agreed for {0}, not held</translation>
    </message>
    <message>
        <source>{0} {1}</source>
        <translation>{0} {1}</translation>
    </message>
    <message>
        <source>mangler en måling</source>
        <translation>measurement due</translation>
    </message>
    <message>
        <source>Ingen endnu</source>
        <translation>None yet</translation>
    </message>
    <message>
        <source>afsluttet: {0}</source>
        <translation>closed: {0}</translation>
    </message>
    <message>
        <source>Alle borgere</source>
        <translation>All citizens</translation>
    </message>
    <message>
        <source>Samtale i dag</source>
        <translation>Meeting today</translation>
    </message>
    <message>
        <source>Mangler en måling</source>
        <translation>Measurement due</translation>
    </message>
    <message>
        <source>Et nyt blik?</source>
        <translation>A fresh look?</translation>
    </message>
    <message>
        <source>Ingen indsats nu</source>
        <translation>Nothing under way</translation>
    </message>
    <message>
        <source>Én indsats</source>
        <translation>One kind</translation>
    </message>
    <message>
        <source>Flere indsatser</source>
        <translation>Several kinds</translation>
    </message>
    <message>
        <source>Ny hos dig</source>
        <translation>New to you</translation>
    </message>
    <message>
        <source>Ingen måling endnu</source>
        <translation>Not measured yet</translation>
    </message>
    <message>
        <source>Afsluttede forløb</source>
        <translation>Closed courses</translation>
    </message>
    <message>
        <source>Næste først</source>
        <translation>Next up first</translation>
    </message>
    <message>
        <source>Efter navn</source>
        <translation>By name</translation>
    </message>
    <message>
        <source>Længst siden</source>
        <translation>Longest ago</translation>
    </message>
    <message>
        <source>{0} af 1 borger</source>
        <translation>{0} of 1 citizen</translation>
    </message>
    <message>
        <source>{0} af {1} borgere</source>
        <translation>{0} of {1} citizens</translation>
    </message>
    <message>
        <source>Ingen samtaler i dag</source>
        <translation>No meetings today</translation>
    </message>
    <message>
        <source>1 samtale</source>
        <translation>1 meeting</translation>
    </message>
    <message>
        <source>{0} samtaler</source>
        <translation>{0} meetings</translation>
    </message>
    <message>
        <source>1 borger mangler en måling</source>
        <translation>1 citizen is due for a measurement</translation>
    </message>
    <message>
        <source>{0} borgere mangler en måling</source>
        <translation>{0} citizens are due for a measurement</translation>
    </message>
</context>
<context>
    <name>citizen</name>
    <message>
        <source>sag {0}</source>
        <translation>case {0}</translation>
    </message>
    <message>
        <source>ydelse ikke oplyst</source>
        <translation>benefit not stated</translation>
    </message>
    <message>
        <source>hos dig siden {0}</source>
        <translation>with you since {0}</translation>
    </message>
    <message>
        <source>Forløbet er afsluttet i uge {0}, {1}: {2}.</source>
        <translation>The course was closed in week {0}, {1}: {2}.</translation>
    </message>
    <message>
        <source>Forberedt {0}</source>
        <translation>Prepared {0}</translation>
    </message>
    <message>
        <source> Det er mere end en uge siden, så se dine svar efter igen.</source>
        <translation> That is more than a week ago, so look through your answers again.</translation>
    </message>
    <message>
        <source>Forberedelsen er begyndt, men ikke færdig. Dine svar er gemt.</source>
        <translation>The preparation has begun but is not finished. Your answers are saved.</translation>
    </message>
    <message>
        <source>Forberedt {0}, gælder til {1}</source>
        <translation>Prepared {0}, holds until {1}</translation>
    </message>
    <message>
        <source> Dine svar er lukket, til borgeren har svaret.</source>
        <translation> Your answers stay sealed until the citizen has answered.</translation>
    </message>
    <message>
        <source>{0}. samtale er begyndt i dag og ikke afsluttet. Alt er gemt.</source>
        <translation>Meeting {0} began today and is not closed. Everything is saved.</translation>
    </message>
    <message>
        <source>{0}. samtale er begyndt {1} og ikke afsluttet. Alt er gemt.</source>
        <translation>Meeting {0} began {1} and is not closed. Everything is saved.</translation>
    </message>
    <message>
        <source>Der er ikke aftalt en næste samtale.</source>
        <translation>No next meeting has been agreed.</translation>
    </message>
    <message>
        <source>Næste samtale: {0}.</source>
        <translation>Next meeting: {0}.</translation>
    </message>
    <message>
        <source>I havde {0}. samtale i dag.</source>
        <translation>You had meeting {0} today.</translation>
    </message>
    <message>
        <source>I havde {0}. samtale {1}.</source>
        <translation>You had meeting {0} on {1}.</translation>
    </message>
    <message>
        <source>Samtale i dag {0}.</source>
        <translation>Meeting today {0}.</translation>
    </message>
    <message>
        <source>Svar til forskning: ja</source>
        <translation>Answers for research: yes</translation>
    </message>
    <message>
        <source>Svar til forskning: nej</source>
        <translation>Answers for research: no</translation>
    </message>
    <message>
        <source>Svar til forskning: ikke spurgt endnu</source>
        <translation>Answers for research: not asked yet</translation>
    </message>
    <message>
        <source>{1} er sagsbehandler nu. {0} står ikke længere på din liste.</source>
        <translation>{1} is the caseworker now. {0} is no longer on your list.</translation>
    </message>
    <message>
        <source>{0}. måling · {1}</source>
        <translation>Measurement {0} · {1}</translation>
    </message>
    <message>
        <source>Ét trin kan være tilfældigt. To trin, eller to gange samme vej, er en ændring.</source>
        <translation>One step may be chance. Two steps, or two moves the same way, are a change.</translation>
    </message>
    <message>
        <source>Jobsøgning: {0}. Laveste løn: {1}.</source>
        <translation>Job search: {0}. Lowest wage: {1}.</translation>
    </message>
    <message>
        <source>{0} udgangspunkt</source>
        <translation>{0} starting point</translation>
    </message>
    <message>
        <source>{0} svarede højere end sidst på {1} og lavere på {2}</source>
        <translation>{0} answered higher than last time on {1} and lower on {2}</translation>
    </message>
    <message>
        <source>{0} svarede højere end sidst på {1}</source>
        <translation>{0} answered higher than last time on {1}</translation>
    </message>
    <message>
        <source>{0} svarede lavere end sidst på {1}</source>
        <translation>{0} answered lower than last time on {1}</translation>
    </message>
    <message>
        <source>{0} svarede som sidst</source>
        <translation>{0} answered as last time</translation>
    </message>
    <message>
        <source>Der er ikke noget at sammenligne med</source>
        <translation>There is nothing to compare with</translation>
    </message>
    <message>
        <source>En anden</source>
        <translation>Somebody else</translation>
    </message>
    <message>
        <source>gjort</source>
        <translation>done</translation>
    </message>
    <message>
        <source>delvist</source>
        <translation>partly</translation>
    </message>
    <message>
        <source>ikke endnu</source>
        <translation>not yet</translation>
    </message>
    <message>
        <source>Det vides ikke.</source>
        <translation>That is not known.</translation>
    </message>
    <message>
        <source>Du overtog {0} efter {1}. Grund: {2}.</source>
        <translation>You took over on {0} from {1}. Reason: {2}.</translation>
    </message>
    <message>
        <source>Ingen lige nu.</source>
        <translation>None at the moment.</translation>
    </message>
    <message>
        <source>{0}.</source>
        <translation>{0}.</translation>
    </message>
    <message>
        <source>{0} {1}</source>
        <translation>{0} {1}</translation>
    </message>
    <message>
        <source>en anden</source>
        <translation>somebody else</translation>
    </message>
    <message>
        <source>sagsbehandler</source>
        <translation>caseworker</translation>
    </message>
    <message>
        <source>forberedt</source>
        <translation>prepared</translation>
    </message>
    <message>
        <source>ikke afsluttet</source>
        <translation>not closed</translation>
    </message>
    <message>
        <source>alt besvaret</source>
        <translation>everything answered</translation>
    </message>
    <message>
        <source>{0}: {1} · {2}: {3}</source>
        <translation>{0}: {1} · {2}: {3}</translation>
    </message>
    <message>
        <source>alt</source>
        <translation>all</translation>
    </message>
    <message>
        <source>noget</source>
        <translation>some</translation>
    </message>
    <message>
        <source>ønskede ikke</source>
        <translation>preferred not to</translation>
    </message>
    <message>
        <source>intet</source>
        <translation>nothing</translation>
    </message>
    <message>
        <source>Start samtale</source>
        <translation>Start meeting</translation>
    </message>
    <message>
        <source>Forbered</source>
        <translation>Prepare</translation>
    </message>
    <message>
        <source>Ret forberedelsen</source>
        <translation>Change the preparation</translation>
    </message>
    <message>
        <source>På vej til en anden computer. Her kan du kun læse, indtil din kollega har svaret.</source>
        <translation>On the way to another computer. Here you can only read until your colleague has answered.</translation>
    </message>
    <message>
        <source>Forbered færdig</source>
        <translation>Finish the preparation</translation>
    </message>
    <message>
        <source>Fortsæt samtalen</source>
        <translation>Go on with the meeting</translation>
    </message>
    <message>
        <source>Sagsbehandleren</source>
        <translation>The caseworker</translation>
    </message>
    <message>
        <source>Målingen er annulleret og tæller ikke med.</source>
        <translation>The measurement is cancelled and does not count.</translation>
    </message>
    <message>
        <source>Skiftet er gemt.</source>
        <translation>The change is saved.</translation>
    </message>
    <message>
        <source>Ja, det må de</source>
        <translation>Yes, they may</translation>
    </message>
    <message>
        <source>Nej</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Det var en forkert borger</source>
        <translation>It was the wrong citizen</translation>
    </message>
    <message>
        <source>Det var en prøve</source>
        <translation>It was a trial</translation>
    </message>
    <message>
        <source>Noget andet</source>
        <translation>Something else</translation>
    </message>
</context>
<context>
    <name>citizen_cards</name>
    <message>
        <source>Sidste måling</source>
        <translation>Last measurement</translation>
    </message>
    <message>
        <source>Ingen endnu. Den første samtale tager omkring tyve minutter.</source>
        <translation>None yet. The first meeting takes about twenty minutes.</translation>
    </message>
    <message>
        <source>Område</source>
        <translation>Theme</translation>
    </message>
    <message>
        <source>Svar</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>Siden sidst</source>
        <translation>Since last time</translation>
    </message>
    <message>
        <source>Sidste aftale</source>
        <translation>Last agreement</translation>
    </message>
    <message>
        <source>Der er ikke aftalt noget endnu.</source>
        <translation>Nothing has been agreed yet.</translation>
    </message>
    <message>
        <source>Hvem</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>Hvad</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Hvornår</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Gik det?</source>
        <translation>How did it go?</translation>
    </message>
    <message>
        <source>Hvem gør hvad</source>
        <translation>Who does what</translation>
    </message>
    <message>
        <source>Overlevering</source>
        <translation>Handover</translation>
    </message>
    <message>
        <source>Det skal du vide</source>
        <translation>What you should know</translation>
    </message>
    <message>
        <source>I gang ved sidste måling</source>
        <translation>Under way at the last measurement</translation>
    </message>
    <message>
        <source>Nr.</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Dato</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Sagsbehandler</source>
        <translation>Caseworker</translation>
    </message>
    <message>
        <source>Målinger</source>
        <translation>Measurements</translation>
    </message>
    <message>
        <source>Ingen endnu.</source>
        <translation>None yet.</translation>
    </message>
    <message>
        <source>»{0}«</source>
        <translation>“{0}”</translation>
    </message>
    <message>
        <source>{0} egne ord</source>
        <translation>{0} own words</translation>
    </message>
</context>
<context>
    <name>citizen_mode</name>
    <message>
        <source>Tak, {0}</source>
        <translation>Thank you, {0}</translation>
    </message>
    <message>
        <source>Du er færdig. Giv computeren tilbage til {0}.</source>
        <translation>You have finished. Give the computer back to {0}.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Break</translation>
    </message>
    <message>
        <source>Dine svar er gemt. Du kan fortsætte, eller {0} kan tage computeren tilbage.</source>
        <translation>Your answers are saved. You can go on, or {0} can take the computer back.</translation>
    </message>
    <message>
        <source>{0} kan se dine svar, når I begge er færdige. De bliver en del af din sag. Forskere får dem kun, hvis du siger ja, og kun uden navn og CPR-nummer.</source>
        <translation>{0} can see your answers when you have both finished. They become part of your case. Researchers only get them if you say yes, and only without your name and CPR number.</translation>
    </message>
    <message>
        <source>✓ gemt</source>
        <translation>✓ saved</translation>
    </message>
</context>
<context>
    <name>citizen_rights</name>
    <message>
        <source>Der er bedt om det. Teamlederen er den næste.</source>
        <translation>It has been asked for. The team leader is next.</translation>
    </message>
    <message>
        <source>Arkivudskrift {0}.pdf</source>
        <translation>Archive copy {0}.pdf</translation>
    </message>
    <message>
        <source>Arkivudskrift</source>
        <translation>Archive copy</translation>
    </message>
    <message>
        <source>Arkivudskriften er gemt ✓</source>
        <translation>The archive copy is saved ✓</translation>
    </message>
    <message>
        <source>Rettelsen er gemt ✓</source>
        <translation>The correction is saved ✓</translation>
    </message>
    <message>
        <source>{0} Svaret nu: {1}</source>
        <translation>{0} The answer now: {1}</translation>
    </message>
    <message>
        <source>Rettelsen er gemt ved siden af det første svar ✓</source>
        <translation>The correction is saved beside the first answer ✓</translation>
    </message>
    <message>
        <source>Måling nr. {0}, {1}</source>
        <translation>Measurement no. {0}, {1}</translation>
    </message>
</context>
<context>
    <name>deadlines</name>
    <message>
        <source>Sagsnummer {0}</source>
        <translation>Case number {0}</translation>
    </message>
    <message>
        <source>Uden sagsnummer</source>
        <translation>Without a case number</translation>
    </message>
    <message>
        <source>Fristerne er gemt ✓</source>
        <translation>The deadlines are saved ✓</translation>
    </message>
    <message>
        <source>Der er bedt om sletning. Teamlederen er den næste.</source>
        <translation>Erasure has been asked for. The team leader is next.</translation>
    </message>
    <message>
        <source>Den gamle del af loggen er slettet.</source>
        <translation>The old part of the log is deleted.</translation>
    </message>
    <message>
        <source>I har ingen frist, så intet forløb er over den.</source>
        <translation>You have no deadline, so no course is past it.</translation>
    </message>
    <message>
        <source>Ingen forløb er over fristen.</source>
        <translation>No course is past the deadline.</translation>
    </message>
    <message>
        <source>De her forløb er over fristen. En teamleder godkender, og en anden sletter.</source>
        <translation>These courses are past the deadline. A team leader approves, and somebody else erases.</translation>
    </message>
    <message>
        <source>I har ingen frist, så hele loggen bliver gemt.</source>
        <translation>You have no deadline, so the whole log is kept.</translation>
    </message>
    <message>
        <source>Intet i loggen er over fristen.</source>
        <translation>Nothing in the log is past the deadline.</translation>
    </message>
    <message>
        <source>Loggen har noget fra før {0}, og det er over fristen.</source>
        <translation>The log holds something from before {0}, which is past the deadline.</translation>
    </message>
</context>
<context>
    <name>demonstration</name>
    <message>
        <source>Demonstration. Alle personer er opdigtede. Adgangssætning: {0} · Pinkode: {1}</source>
        <translation>Demonstration. Everybody in it is invented. Passphrase: {0} · PIN: {1}</translation>
    </message>
</context>
<context>
    <name>error_texts</name>
    <message>
        <source>Et CPR-nummer har ti cifre, for eksempel 010190-1234. Ret det, og prøv igen.</source>
        <translation>A CPR number has ten digits, for example 010190-1234. Correct it and try again.</translation>
    </message>
    <message>
        <source>De første seks cifre er ikke en dato, der findes. Se efter, om to cifre er byttet om.</source>
        <translation>The first six digits are not a date that exists. See whether two digits have changed places.</translation>
    </message>
    <message>
        <source>Fødselsdatoen ligger ude i fremtiden. Se efter, om CPR-nummeret er skrevet rigtigt.</source>
        <translation>The date of birth lies in the future. See whether the CPR number is written correctly.</translation>
    </message>
    <message>
        <source>Borgeren er oprettet i forvejen. Find borgeren ved at søge i stedet.</source>
        <translation>The citizen is there already. Search for the citizen instead.</translation>
    </message>
    <message>
        <source>CPR-nummeret står også i linje {line}.</source>
        <translation>The CPR number is in line {line} too.</translation>
    </message>
    <message>
        <source>Regnearket har lavet CPR-nummeret om til en dato. Gør feltet til tekst.</source>
        <translation>The spreadsheet has turned the CPR number into a date. Make the field text.</translation>
    </message>
    <message>
        <source>Regnearket har lavet sagsnummeret om til en dato. Gør feltet til tekst.</source>
        <translation>The spreadsheet has turned the case number into a date. Make the field text.</translation>
    </message>
    <message>
        <source>Navnet eller sagsnummeret er for langt.</source>
        <translation>The name or the case number is too long.</translation>
    </message>
    <message>
        <source>Rækken har flere felter, end der er overskrifter.</source>
        <translation>The row has more fields than there are headings.</translation>
    </message>
    <message>
        <source>Skriv et navn.</source>
        <translation>Write a name.</translation>
    </message>
    <message>
        <source>Skriv jobcentrets navn.</source>
        <translation>Write the jobcentre’s name.</translation>
    </message>
    <message>
        <source>Brug mindst {least} tegn. Tre eller fire tilfældige ord er nemme at huske.</source>
        <translation>Use at least {least} characters. Three or four random words are easy to remember.</translation>
    </message>
    <message>
        <source>De to adgangssætninger er ikke ens. Skriv dem igen.</source>
        <translation>The two passphrases are not the same. Write them again.</translation>
    </message>
    <message>
        <source>Adgangssætningen passer ikke. Intet er ændret. Prøv igen.</source>
        <translation>The passphrase does not fit. Nothing has changed. Try again.</translation>
    </message>
    <message>
        <source>Vent {seconds} sekunder, før du prøver igen. Intet er ændret.</source>
        <translation>Wait {seconds} seconds before you try again. Nothing has changed.</translation>
    </message>
    <message>
        <source>Vælg en pinkode med {least} til {most} cifre.</source>
        <translation>Choose a PIN of {least} to {most} digits.</translation>
    </message>
    <message>
        <source>Pinkoden passer ikke. Du har {left} forsøg tilbage.</source>
        <translation>The PIN does not fit. You have {left} tries left.</translation>
    </message>
    <message>
        <source>Skriv beløbet i hele kroner, for eksempel 150.</source>
        <translation>Write the amount in whole kroner, for example 150.</translation>
    </message>
    <message>
        <source>Beløbet kan højst være 99.999.999 kr.</source>
        <translation>The amount can be at most 99,999,999 kr.</translation>
    </message>
    <message>
        <source>Der er plads til {most} mål. Vælg de vigtigste.</source>
        <translation>There is room for {most} goals. Choose the most important ones.</translation>
    </message>
    <message>
        <source>Vælg en grund.</source>
        <translation>Choose a reason.</translation>
    </message>
    <message>
        <source>Vælg fra {least} til {most} dage.</source>
        <translation>Choose from {least} to {most} days.</translation>
    </message>
    <message>
        <source>Svaret kan ikke gemmes på {item}. De andre svar er gemt.</source>
        <translation>The answer cannot be saved for {item}. The other answers are saved.</translation>
    </message>
    <message>
        <source>Det svar kan ikke stå sammen med andre på {item}. De andre svar er gemt.</source>
        <translation>That answer cannot stand together with others for {item}. The other answers are saved.</translation>
    </message>
    <message>
        <source>Der kan ikke svares på {item} på dette tidspunkt. Alt, der er svaret, er gemt.</source>
        <translation>{item} cannot be answered at this point. Everything that has been answered is saved.</translation>
    </message>
    <message>
        <source>Samtalen er kommet videre i mellemtiden. Alt er gemt. Åbn borgeren igen.</source>
        <translation>The meeting has moved on in the meantime. Everything is saved. Open the citizen again.</translation>
    </message>
    <message>
        <source>Der er en samtale, som ikke er afsluttet. Fortsæt den, eller annullér den først.</source>
        <translation>There is a meeting that is not closed. Go on with it, or cancel it first.</translation>
    </message>
    <message>
        <source>Samtalen findes ikke længere. De andre samtaler er gemt.</source>
        <translation>The meeting no longer exists. The other meetings are saved.</translation>
    </message>
    <message>
        <source>Forløbet er afsluttet. Genåbn det på borgerens side for at holde en samtale.</source>
        <translation>The course is closed. Open it again on the citizen’s page to hold a meeting.</translation>
    </message>
    <message>
        <source>Det har du ikke adgang til. Intet er ændret. Spørg din administrator, hvis du skal have det.</source>
        <translation>You do not have access to that. Nothing has changed. Ask your administrator if you need it.</translation>
    </message>
    <message>
        <source>Skriv, hvorfor du har brug for det. Formålet bliver gemt, og sagsbehandleren får besked.</source>
        <translation>Write why you need it. The purpose is kept, and the caseworker is told.</translation>
    </message>
    <message>
        <source>Det næste trin kan ikke tages endnu, eller det er taget. Intet er ændret. Se listen igen.</source>
        <translation>The next step cannot be taken yet, or it has been taken. Nothing has changed. Look at the list again.</translation>
    </message>
    <message>
        <source>Den, der har godkendt en sletning, kan ikke selv udføre den. Intet er slettet.</source>
        <translation>Whoever has approved an erasure cannot carry it out too. Nothing has been erased.</translation>
    </message>
    <message>
        <source>Skriv et helt antal år mellem {least} og {most}, eller lad feltet stå tomt.</source>
        <translation>Write a whole number of years between {least} and {most}, or leave the field empty.</translation>
    </message>
    <message>
        <source>Skriv en tekst på højst {most} tegn.</source>
        <translation>Write a text of at most {most} characters.</translation>
    </message>
    <message>
        <source>Så ville der ikke være nogen administrator. Intet er ændret. Giv først rollen til en anden.</source>
        <translation>Then there would be no administrator. Nothing has changed. First give the role to somebody else.</translation>
    </message>
    <message>
        <source>Skriv mindst {least} tegn af navnet eller sagsnummeret.</source>
        <translation>Write at least {least} characters of the name or the case number.</translation>
    </message>
    <message>
        <source>Filen med spørgsmål, {file}, kan ikke bruges: fejl ved {place}. Alle svar er gemt. Læg den tidligere fil tilbage, eller bed om en ny.</source>
        <translation>The file of questions, {file}, cannot be used: fault at {place}. All answers are saved. Put the earlier file back, or ask for a new one.</translation>
    </message>
    <message>
        <source>Spørgsmålene i udgave {version} mangler. Alle svar er gemt. Læg filen {file} tilbage, og prøv igen.</source>
        <translation>The questions in version {version} are missing. All answers are saved. Put the file {file} back and try again.</translation>
    </message>
    <message>
        <source>Filen med forslag, {file}, kan ikke bruges: fejl ved {place}. Alt er gemt. I kan gå videre uden forslag og skrive jeres eget.</source>
        <translation>The file of suggestions, {file}, cannot be used: fault at {place}. Everything is saved. You can go on without suggestions and write your own.</translation>
    </message>
    <message>
        <source>Filen med forskningscentrets nøgler, {file}, kan ikke bruges: fejl ved {place}. Intet er sendt. Bed centret om en ny fil.</source>
        <translation>The file with the research centre’s keys, {file}, cannot be used: fault at {place}. Nothing has been sent. Ask the centre for a new file.</translation>
    </message>
    <message>
        <source>Programmet kender ikke jeres forskningscenters nøgler. Intet er ændret. Hent centrets nøglefil først.</source>
        <translation>The program does not know your research centre’s keys. Nothing has been changed. Fetch the centre’s key file first.</translation>
    </message>
    <message>
        <source>{file} er ikke et kort fra en anden computer, eller det er ændret undervejs. Intet er ændret. Bed om kortet igen.</source>
        <translation>{file} is not a card from another computer, or it was changed on its way. Nothing has been changed. Ask for the card again.</translation>
    </message>
    <message>
        <source>Mappen til ekstra sikkerhedskopier kan ikke nås. Sikkerhedskopierne på denne computer er der stadig. Den ekstra kopi bliver lavet, næste gang mappen er der.</source>
        <translation>The folder for extra backups cannot be reached. The backups on this computer are still there. The extra copy will be made the next time the folder is there.</translation>
    </message>
    <message>
        <source>Filen med forskningens tal, {file}, kan ikke bruges: fejl ved {place}. Intet er ændret. Bed centret om en ny fil.</source>
        <translation>The file with the research’s figures, {file}, cannot be used: fault at {place}. Nothing has been changed. Ask the centre for a new file.</translation>
    </message>
    <message>
        <source>Filen {file} er ikke underskrevet af jeres forskningscenter, eller den er ændret undervejs. Intet er ændret her. Bed centret om at sende den igen.</source>
        <translation>The file {file} was not signed by your research centre, or was changed on its way. Nothing has been changed here. Ask the centre to send it again.</translation>
    </message>
    <message>
        <source>I har allerede nyere tal: udgave {have}. Filen har udgave {found}. Intet er ændret.</source>
        <translation>You already have newer figures: release {have}. The file holds release {found}. Nothing has been changed.</translation>
    </message>
    <message>
        <source>Borgeren er på vej til en anden computer, så her kan du kun læse. Alt, der var gemt, er gemt.</source>
        <translation>The citizen is on the way to another computer, so here you can only read. Everything that was saved is saved.</translation>
    </message>
    <message>
        <source>Filen med borgere kan ikke læses: fejl ved {place}. Intet er ændret. Bed din kollega skrive den igen.</source>
        <translation>The file with citizens cannot be read: fault at {place}. Nothing has been changed. Ask your colleague to write it again.</translation>
    </message>
    <message>
        <source>Filen {file} er ændret undervejs, eller den er ikke skrevet af den, der står i den. Intet er ændret. Bed din kollega skrive den igen.</source>
        <translation>The file {file} was changed on its way, or was not written by the one it names. Nothing has been changed. Ask your colleague to write it again.</translation>
    </message>
    <message>
        <source>Filen {file} er ikke til denne computer. Intet er ændret. Giv din kollega denne computers kort.</source>
        <translation>The file {file} is not for this computer. Nothing has been changed. Give your colleague this computer’s card.</translation>
    </message>
    <message>
        <source>De to computere har ikke samme udgave af programmet. Intet er ændret. Opdatér begge, og bed din kollega skrive filen igen.</source>
        <translation>The two computers do not have the same version of the program. Nothing has been changed. Update both, and ask your colleague to write the file again.</translation>
    </message>
    <message>
        <source>En af borgerne findes her i forvejen. Intet er ændret. Afvis filen; så kan din kollega give de andre.</source>
        <translation>One of the citizens is here already. Nothing has been changed. Turn the file down; then your colleague can hand over the others.</translation>
    </message>
    <message>
        <source>Filen er allerede besvaret her. Intet er ændret. Du kan gemme svaret til din kollega igen.</source>
        <translation>The file has already been answered here. Nothing has been changed. You can save the answer to your colleague again.</translation>
    </message>
    <message>
        <source>Borgerne er taget tilbage her, og din kollega har taget imod dem. Intet er slettet. Tal sammen, før I arbejder videre: de står nu to steder.</source>
        <translation>The citizens were taken back here, and your colleague has accepted them. Nothing has been deleted. Talk to each other before you go on: they are now in two places.</translation>
    </message>
    <message>
        <source>Filen kan ikke åbnes. Intet er oprettet. Se efter, om den er åben i et andet program, og vælg den igen.</source>
        <translation>The file cannot be opened. Nobody has been added. See whether it is open in another program, and choose it again.</translation>
    </message>
    <message>
        <source>Filen er ikke en liste, der kan læses. Intet er oprettet. Gem den som Excel (.xlsx) eller CSV, og vælg den igen.</source>
        <translation>The file is not a list that can be read. Nobody has been added. Save it as Excel (.xlsx) or CSV, and choose it again.</translation>
    </message>
    <message>
        <source>Filen er fra et ældre Excel eller har en adgangskode. Intet er oprettet. Gem den som .xlsx uden adgangskode, og vælg den igen.</source>
        <translation>The file is from an older Excel or has a password. Nobody has been added. Save it as .xlsx without a password, and choose it again.</translation>
    </message>
    <message>
        <source>Filen kan ikke læses længere end til linje {line}. Intet er oprettet. Åbn den i Excel, gem den på ny, og vælg den igen.</source>
        <translation>The file cannot be read beyond line {line}. Nobody has been added. Open it in Excel, save it anew, and choose it again.</translation>
    </message>
    <message>
        <source>Filen er for stor: den må højst fylde {most} MB. Intet er oprettet. Gem kun dine egne borgere i filen.</source>
        <translation>The file is too large: it may be at most {most} MB. Nobody has been added. Save only your own citizens in the file.</translation>
    </message>
    <message>
        <source>Filen har mere end {most} rækker. Intet er oprettet. Gem kun dine egne borgere i filen.</source>
        <translation>The file has more than {most} rows. Nobody has been added. Save only your own citizens in the file.</translation>
    </message>
    <message>
        <source>Filen mangler en række med overskrifter. Der skal mindst stå »Navn« og »CPR«. Intet er oprettet.</source>
        <translation>The file lacks a row of headings. At least “Navn” and “CPR” must be there. Nobody has been added.</translation>
    </message>
    <message>
        <source>Kolonne {first} og kolonne {second} har overskrifter, der betyder det samme. Intet er oprettet. Slet den ene, og vælg filen igen.</source>
        <translation>Column {first} and column {second} have headings that mean the same. Nobody has been added. Delete one of them, and choose the file again.</translation>
    </message>
    <message>
        <source>Der er ingen borgere under overskrifterne i filen. Intet er oprettet.</source>
        <translation>There are no citizens below the headings of the file. Nobody has been added.</translation>
    </message>
    <message>
        <source>Nogle af borgerne er blevet oprettet i mellemtiden. Intet er hentet fra filen. Se den igennem igen.</source>
        <translation>Some of the citizens have been added in the meantime. Nothing has been fetched from the file. Look through it again.</translation>
    </message>
    <message>
        <source>Nøglefilen mangler. Databasen er stadig krypteret og urørt. Hent den frem fra en sikkerhedskopi; så går intet tabt.</source>
        <translation>The key file is missing. The database is still encrypted and untouched. Bring it back from a backup; then nothing is lost.</translation>
    </message>
    <message>
        <source>Nøglefilen er beskadiget. Databasen er urørt. Hent nøglefilen frem fra en sikkerhedskopi; så går intet tabt.</source>
        <translation>The key file is damaged. The database is untouched. Bring the key file back from a backup; then nothing is lost.</translation>
    </message>
    <message>
        <source>Databasen mangler, men nøglefilen er her. Intet er ændret. Hent en sikkerhedskopi frem.</source>
        <translation>The database is missing, but the key file is here. Nothing has been changed. Restore a backup.</translation>
    </message>
    <message>
        <source>Der ville ikke være nogen tilbage med en adgangssætning. Intet er ændret. Giv først en anden adgang.</source>
        <translation>Nobody would be left with a passphrase. Nothing has changed. Give somebody else access first.</translation>
    </message>
    <message>
        <source>Gendannelsesnøglen har {needed} tegn; her står {signs}. Skriv alle grupper af. Intet er ændret.</source>
        <translation>The recovery key has {needed} characters; there are {signs} here. Copy all groups. Nothing has been changed.</translation>
    </message>
    <message>
        <source>Der er en skrivefejl i gruppe {group} af gendannelsesnøglen. Se på papiret igen. Intet er ændret.</source>
        <translation>There is a typing mistake in group {group} of the recovery key. Look at the paper again. Nothing has been changed.</translation>
    </message>
    <message>
        <source>Det er denne computers eget kort. Intet er ændret. Bed din kollega om kortet fra den anden computer.</source>
        <translation>This is this computer’s own card. Nothing has changed. Ask your colleague for the card of the other computer.</translation>
    </message>
    <message>
        <source>{file} er ikke en kvittering fra centret. Intet er ændret. Find den rigtige fil, og prøv igen.</source>
        <translation>{file} is not a receipt from the centre. Nothing has changed. Find the right file, and try again.</translation>
    </message>
    <message>
        <source>Kvitteringen {file} er ikke underskrevet af jeres forskningscenter, eller den er ændret undervejs. Intet er ændret her. Ring til centret, og bed om kvitteringen igen.</source>
        <translation>The receipt {file} is not signed by your research centre, or it was altered on the way. Nothing has changed here. Call the centre, and ask for the receipt again.</translation>
    </message>
    <message>
        <source>Kvitteringen {file} hører ikke til en pakke herfra. Intet er ændret. Prøv den på den computer, pakken blev gemt på.</source>
        <translation>The receipt {file} does not belong to a package from here. Nothing has changed. Try it on the computer where the package was saved.</translation>
    </message>
    <message>
        <source>Filen bygger ikke på de tal, I har nu. Intet er ændret. Bed centret om den udgave, der mangler.</source>
        <translation>The file does not build on the figures you have now. Nothing has changed. Ask the centre for the release that is missing.</translation>
    </message>
    <message>
        <source>Kortet er fra et andet jobcenter, og borgere kan kun gives videre i samme jobcenter. Intet er ændret. Vælg et kort fra en kollega her.</source>
        <translation>The card is from another jobcentre, and citizens can only be given on within the same jobcentre. Nothing has changed. Choose a card from a colleague here.</translation>
    </message>
    <message>
        <source>{file} er ikke et svar på noget, der er på vej herfra. Intet er ændret. Find den rigtige fil, og prøv igen.</source>
        <translation>{file} is not an answer to anything on its way from here. Nothing has changed. Find the right file, and try again.</translation>
    </message>
    <message>
        <source>Nogen har endnu ikke låst op med dette program. Intet er ændret. Lad alle låse op én gang, og fjern så personen igen.</source>
        <translation>Somebody has not unlocked with this program yet. Nothing has changed. Let everybody unlock once, and then remove the person again.</translation>
    </message>
    <message>
        <source>Nøglefilen kan ikke læses lige nu. Intet er ændret. Måske bruger et andet program den, eller du har ikke adgang til mappen. Vent lidt, og prøv igen.</source>
        <translation>The key file cannot be read just now. Nothing has changed. Perhaps another program is using it, or you have no access to the folder. Wait a little, and try again.</translation>
    </message>
    <message>
        <source>Databasen er beskadiget og kan ikke læses. Det er ikke din skyld. Filen er urørt og bliver ikke slettet. Hent den nyeste sikkerhedskopi frem; du får først at se, hvad der ikke kommer med.</source>
        <translation>The database is damaged and cannot be read. It is nothing you have done. The file is untouched, and will not be deleted. Restore the newest backup; first you see what does not come back.</translation>
    </message>
    <message>
        <source>Databasen er lavet af et nyere program. Intet er ændret. Opdatér programmet, og start igen.</source>
        <translation>The database was made by a newer program. Nothing has changed. Update the program, and start again.</translation>
    </message>
    <message>
        <source>Der er allerede et jobcenter i mappen. Det er ikke ændret. Lås det op i stedet.</source>
        <translation>There is a jobcentre in the folder already. It has not been changed. Unlock it instead.</translation>
    </message>
    <message>
        <source>Et andet program bruger databasen. Det sidste er ikke gemt; alt andet er. Luk det andet program, og prøv igen.</source>
        <translation>Another program is using the database. The last change is not saved; everything else is. Close the other program, and try again.</translation>
    </message>
    <message>
        <source>Der kan ikke skrives på disken. Det sidste er ikke gemt; alt andet er. Se efter, om den er taget ud eller skrivebeskyttet, og prøv igen.</source>
        <translation>The disk cannot be written to. The last change is not saved; everything else is. Check whether it has been taken out or write-protected, and try again.</translation>
    </message>
    <message>
        <source>Disken er fuld. Det sidste er ikke gemt; alt andet er. Gør plads på disken, og prøv igen.</source>
        <translation>The disk is full. The last change is not saved; everything else is. Make room on the disk, and try again.</translation>
    </message>
    <message>
        <source>Mappen ligger på et netværksdrev. Dér kan svar gå tabt, når to skriver på én gang, så databasen bliver ikke åbnet dér. Intet er ændret. Læg mappen på computerens egen disk. Sikkerhedskopier må gerne ligge på et netværksdrev.</source>
        <translation>The folder lies on a network drive. Answers can be lost there when two write at once, so the database is not opened there. Nothing has been changed. Put the folder on the computer’s own disk. Backups may well lie on a network drive.</translation>
    </message>
    <message>
        <source>Mappen bliver kopieret af OneDrive eller et lignende program. Dér kan svar gå tabt, så databasen bliver ikke åbnet dér. Intet er ændret. Læg mappen et andet sted på computeren. Sikkerhedskopier må gerne ligge dér.</source>
        <translation>The folder is copied by OneDrive or a similar program. Answers can be lost there, so the database is not opened there. Nothing has been changed. Put the folder in another place on the computer. Backups may well lie there.</translation>
    </message>
    <message>
        <source>Der er ikke plads til en sikkerhedskopi på disken. Alt, I har skrevet, er gemt. Gør plads, og prøv igen.</source>
        <translation>There is no room for a backup on the disk. Everything you have written is saved. Make room, and try again.</translation>
    </message>
    <message>
        <source>Sikkerhedskopien kunne ikke skrives. Alt, I har skrevet, er gemt, og de tidligere sikkerhedskopier er der stadig. Prøv igen om lidt.</source>
        <translation>The backup could not be written. Everything you have written is saved, and the earlier backups are still there. Try again in a moment.</translation>
    </message>
    <message>
        <source>Sikkerhedskopien er beskadiget og kan ikke bruges. Intet er ændret. Vælg en anden sikkerhedskopi.</source>
        <translation>The backup is damaged and cannot be used. Nothing has been changed. Choose another backup.</translation>
    </message>
    <message>
        <source>Listen over slettede borgere kan ikke læses. Intet er hentet frem, for så kunne nogen, der er slettet, komme tilbage. Læg filen {file} fra en anden sikkerhedskopi på dens plads, og prøv igen.</source>
        <translation>The list of erased citizens cannot be read. Nothing has been restored, because somebody who was erased could come back. Put the file {file} from another backup in its place, and try again.</translation>
    </message>
    <message>
        <source>Der kan ikke skrives i den mappe. Intet er sendt, og intet er tabt. Vælg en anden mappe.</source>
        <translation>That folder cannot be written to. Nothing has been sent, and nothing is lost. Choose another folder.</translation>
    </message>
    <message>
        <source>Der er ikke noget nyt at sende siden sidst.</source>
        <translation>There is nothing new to send since last time.</translation>
    </message>
    <message>
        <source>Pakken ligger i mappen som {file}.part, men fik ikke sit navn. Den er talt med. Gem igen i den samme mappe; så bliver den færdig.</source>
        <translation>The package lies in the folder as {file}.part but did not get its name. It has been counted. Save again in the same folder, and it will be finished.</translation>
    </message>
    <message>
        <source>Programmet gjorde noget, det ikke skulle. Intet er tabt. Prøv igen.</source>
        <translation>The program did something it should not. Nothing is lost. Try again.</translation>
    </message>
    <message>
        <source>Filen kunne ikke skrives. Aftalen er gemt her i programmet. Vælg en anden mappe.</source>
        <translation>The file could not be written. The agreement is saved here in the program. Choose another folder.</translation>
    </message>
    <message>
        <source>Printeren tog ikke imod aftalen. Den er gemt her i programmet. Prøv igen, eller gem den som PDF.</source>
        <translation>The printer did not take the agreement. It is saved here in the program. Try again, or save it as a PDF.</translation>
    </message>
</context>
<context>
    <name>export</name>
    <message>
        <source>Nr. {0} mangler en kvittering</source>
        <translation>No. {0} has no receipt</translation>
    </message>
    <message>
        <source>Skriv filen igen …</source>
        <translation>Write the file again …</translation>
    </message>
    <message>
        <source>Centret tog imod {0}.</source>
        <translation>The centre took {0}.</translation>
    </message>
    <message>
        <source>{0} rækker var slettet hos centret i forvejen.</source>
        <translation>{0} rows had already been deleted at the centre.</translation>
    </message>
    <message>
        <source>Centret vil gerne have en nyere udgave af programmet: {0}.</source>
        <translation>The centre asks for a newer version of the program: {0}.</translation>
    </message>
    <message>
        <source>Nr. {0} er modtaget ✓</source>
        <translation>No. {0} has been received ✓</translation>
    </message>
    <message>
        <source>Den pakke kan ikke skrives igen, for noget i den er trukket tilbage, eller centret har fået nye nøgler. Intet er tabt: vælg »Det hele«, og gem en ny pakke.</source>
        <translation>That package cannot be written again, for something in it has been taken back, or the centre has new keys. Nothing is lost: choose “Everything” and save a new package.</translation>
    </message>
    <message>
        <source>Filen ligger i {0}</source>
        <translation>The file is in {0}</translation>
    </message>
    <message>
        <source>Filen ligger der i forvejen.</source>
        <translation>The file is there already.</translation>
    </message>
    <message>
        <source>Send filen til {0} på den måde, I har aftalt.</source>
        <translation>Send the file to {0} the way you have agreed.</translation>
    </message>
    <message>
        <source>Alt, hvad der må sendes, er med.</source>
        <translation>Everything that may be sent is in it.</translation>
    </message>
    <message>
        <source>Det, der er nyt siden {0}.</source>
        <translation>What is new since {0}.</translation>
    </message>
    <message>
        <source>Borgere, der har sagt nej eller ikke er spurgt, er ikke med.</source>
        <translation>Citizens who have said no, or have not been asked, are not in it.</translation>
    </message>
    <message>
        <source>Modtaget ✓</source>
        <translation>Received ✓</translation>
    </message>
    <message>
        <source>Modtaget, siger en senere kvittering</source>
        <translation>Received, says a later receipt</translation>
    </message>
    <message>
        <source>Venter på kvittering</source>
        <translation>Waiting for a receipt</translation>
    </message>
    <message>
        <source>Mangler kvittering</source>
        <translation>Has no receipt</translation>
    </message>
    <message>
        <source>Den er gemt for mere end 30 dage siden. Ring til centret, og spørg efter den.</source>
        <translation>It was saved more than 30 days ago. Call the centre and ask for it.</translation>
    </message>
    <message>
        <source>Er den gået tabt på vejen, kan den skrives igen, præcis som den var.</source>
        <translation>If it was lost on its way it can be written again, exactly as it was.</translation>
    </message>
    <message>
        <source>Borgere</source>
        <translation>Citizens</translation>
    </message>
    <message>
        <source>Samtaler</source>
        <translation>Meetings</translation>
    </message>
    <message>
        <source>Svar</source>
        <translation>Answers</translation>
    </message>
    <message>
        <source>Indsatser</source>
        <translation>Interventions</translation>
    </message>
    <message>
        <source>Skal slettes hos forskerne</source>
        <translation>To be deleted at the research centre</translation>
    </message>
    <message>
        <source>1 borger</source>
        <translation>1 citizen</translation>
    </message>
    <message>
        <source>{0} borgere</source>
        <translation>{0} citizens</translation>
    </message>
    <message>
        <source>1 samtale</source>
        <translation>1 meeting</translation>
    </message>
    <message>
        <source>{0} samtaler</source>
        <translation>{0} meetings</translation>
    </message>
    <message>
        <source>{0} svar</source>
        <translation>{0} answers</translation>
    </message>
</context>
<context>
    <name>finding</name>
    <message>
        <source>← Mine borgere</source>
        <translation>← My citizens</translation>
    </message>
    <message>
        <source>← Administration</source>
        <translation>← Administration</translation>
    </message>
    <message>
        <source>din egen borger</source>
        <translation>your own citizen</translation>
    </message>
    <message>
        <source>sagsnummer {0}</source>
        <translation>case number {0}</translation>
    </message>
    <message>
        <source>{0} borger</source>
        <translation>{0} citizen</translation>
    </message>
    <message>
        <source>Ingen passer.</source>
        <translation>Nobody fits.</translation>
    </message>
    <message>
        <source>1 passer:</source>
        <translation>1 fits:</translation>
    </message>
    <message>
        <source>{0} passer:</source>
        <translation>{0} fit:</translation>
    </message>
</context>
<context>
    <name>formatting</name>
    <message>
        <source>d. MMMM yyyy</source>
        <translation>d MMMM yyyy</translation>
    </message>
    <message>
        <source>d. MMM</source>
        <translation>d MMM</translation>
    </message>
    <message>
        <source>MMM yy</source>
        <translation>MMM yy</translation>
    </message>
    <message>
        <source>kl. {0}</source>
        <translation>at {0}</translation>
    </message>
    <message>
        <source>%H.%M</source>
        <translation>%H:%M</translation>
    </message>
    <message>
        <source>i denne uge</source>
        <translation>this week</translation>
    </message>
    <message>
        <source>1 uge siden</source>
        <translation>1 week ago</translation>
    </message>
    <message>
        <source>{0} uger siden</source>
        <translation>{0} weeks ago</translation>
    </message>
    <message>
        <source>i timen</source>
        <translation>an hour</translation>
    </message>
    <message>
        <source>om måneden</source>
        <translation>a month</translation>
    </message>
    <message>
        <source>før skat</source>
        <translation>before tax</translation>
    </message>
    <message>
        <source>efter skat</source>
        <translation>after tax</translation>
    </message>
    <message>
        <source>{0} kr. {1} {2}</source>
        <translation>{0} kr. {1} {2}</translation>
    </message>
</context>
<context>
    <name>importing</name>
    <message>
        <source>{0}
Slet filen, når du er færdig med den: der står CPR-numre i den.</source>
        <translation>{0}
Delete the file when you have finished with it: there are CPR numbers in it.</translation>
    </message>
    <message>
        <source>Alle {0}</source>
        <translation>All {0}</translation>
    </message>
    <message>
        <source>Ikke brugt fra filen: {0}.</source>
        <translation>Not used from the file: {0}.</translation>
    </message>
    <message>
        <source>Opret 1 borger</source>
        <translation>Add 1 citizen</translation>
    </message>
    <message>
        <source>Opret {0} borgere</source>
        <translation>Add {0} citizens</translation>
    </message>
    <message>
        <source>Ingen af rækkerne er dine. Her i programmet hedder du »{0}«; det skal stå sådan i kolonnen med sagsbehandler. Kolonnen kan også slettes fra filen.</source>
        <translation>None of the rows are yours. In this program your name is “{0}”; the caseworker column must say exactly that. The column can also be deleted from the file.</translation>
    </message>
    <message>
        <source>Der er ingen nye borgere i filen.</source>
        <translation>There are no new citizens in the file.</translation>
    </message>
    <message>
        <source>Findes i forvejen. Bliver ikke ændret.</source>
        <translation>Is there already. Will not be changed.</translation>
    </message>
    <message>
        <source>Står til en anden sagsbehandler. Bliver ikke oprettet.</source>
        <translation>Belongs to another caseworker. Will not be added.</translation>
    </message>
    <message>
        <source>Nul er sat foran CPR-nummeret.</source>
        <translation>A zero has been put before the CPR number.</translation>
    </message>
    <message>
        <source>Kontrolcifferet passer ikke: se CPR-nummeret efter.</source>
        <translation>The check digit does not fit: check the CPR number.</translation>
    </message>
    <message>
        <source>Ydelsen i filen kan ikke læses.</source>
        <translation>The benefit in the file cannot be read.</translation>
    </message>
    <message>
        <source>Bliver oprettet.</source>
        <translation>Will be added.</translation>
    </message>
    <message>
        <source>Der mangler et navn.</source>
        <translation>A name is missing.</translation>
    </message>
    <message>
        <source>CPR-nummeret har ikke ti cifre.</source>
        <translation>The CPR number does not have ten digits.</translation>
    </message>
    <message>
        <source>Nye {0}</source>
        <translation>New {0}</translation>
    </message>
    <message>
        <source>Findes i forvejen {0}</source>
        <translation>There already {0}</translation>
    </message>
    <message>
        <source>Med fejl {0}</source>
        <translation>With faults {0}</translation>
    </message>
    <message>
        <source>Andre sagsbehandlere {0}</source>
        <translation>Other caseworkers {0}</translation>
    </message>
    <message>
        <source>1 borger er oprettet.</source>
        <translation>1 citizen has been added.</translation>
    </message>
    <message>
        <source>{0} borgere er oprettet.</source>
        <translation>{0} citizens have been added.</translation>
    </message>
</context>
<context>
    <name>information</name>
    <message>
        <source>Din sagsbehandler</source>
        <translation>Your caseworker</translation>
    </message>
    <message>
        <source>I bruger tekst nr. {0}.</source>
        <translation>You use text no. {0}.</translation>
    </message>
</context>
<context>
    <name>interrupted</name>
    <message>
        <source>Samtalen med {0} stoppede {1}. Vil I fortsætte?</source>
        <translation>The meeting with {0} stopped {1}. Do you want to go on?</translation>
    </message>
    <message>
        <source>Giv computeren til {0}, før I fortsætter. Næste side er kun til {0}.</source>
        <translation>Give the computer to {0} before you go on. The next page is for {0} alone.</translation>
    </message>
    <message>
        <source>Alt, hvad I har svaret, er gemt.</source>
        <translation>Everything you have answered is saved.</translation>
    </message>
    <message>
        <source>Samtalen begyndte {0}. {1}</source>
        <translation>The meeting began {0}. {1}</translation>
    </message>
    <message>
        <source>Det var i dag {0}. {1}</source>
        <translation>It was today {0}. {1}</translation>
    </message>
    <message>
        <source>Det var {0}. {1}</source>
        <translation>It was {0}. {1}</translation>
    </message>
    <message>
        <source>ved spørgsmål {0} af {1}</source>
        <translation>at question {0} of {1}</translation>
    </message>
    <message>
        <source>ved dit spørgsmål {0} af {1}</source>
        <translation>at your question {0} of {1}</translation>
    </message>
    <message>
        <source>ved velkomsten</source>
        <translation>at the welcome</translation>
    </message>
    <message>
        <source>lige før {0} svar</source>
        <translation>just before {0} answers</translation>
    </message>
    <message>
        <source>ved {0} svar</source>
        <translation>at {0} answers</translation>
    </message>
    <message>
        <source>ved gennemgangen af {0} svar</source>
        <translation>when looking through {0} answers</translation>
    </message>
    <message>
        <source>ved spørgsmålet om forskning</source>
        <translation>at the question about research</translation>
    </message>
    <message>
        <source>efter {0} sidste svar</source>
        <translation>after {0} last answer</translation>
    </message>
    <message>
        <source>ved dine svar</source>
        <translation>at your answers</translation>
    </message>
    <message>
        <source>ved de svar, du havde forberedt</source>
        <translation>at the answers you had prepared</translation>
    </message>
    <message>
        <source>ved »Se det sammen«</source>
        <translation>at “Look at it together”</translation>
    </message>
    <message>
        <source>ved »Hvad kan hjælpe?«</source>
        <translation>at “What can help?”</translation>
    </message>
    <message>
        <source>ved aftalen</source>
        <translation>at the agreement</translation>
    </message>
</context>
<context>
    <name>journal</name>
    <message>
        <source>BIP-samtale {0}, måling nr. {1}</source>
        <translation>BIP meeting {0}, measurement no. {1}</translation>
    </message>
    <message>
        <source>Borgerens svar</source>
        <translation>The citizen’s answers</translation>
    </message>
    <message>
        <source>Valgt sammen</source>
        <translation>Chosen together</translation>
    </message>
    <message>
        <source>»{0}«</source>
        <translation>“{0}”</translation>
    </message>
    <message>
        <source>Borgerens mål, med egne ord</source>
        <translation>The citizen’s goals, in the citizen’s own words</translation>
    </message>
    <message>
        <source>Hvem gør hvad</source>
        <translation>Who does what</translation>
    </message>
    <message>
        <source>Der er ikke aftalt noget denne gang.</source>
        <translation>Nothing was agreed this time.</translation>
    </message>
    <message>
        <source>Aftale</source>
        <translation>Agreement</translation>
    </message>
    <message>
        <source>Aftales senere.</source>
        <translation>To be agreed later.</translation>
    </message>
    <message>
        <source>Næste samtale</source>
        <translation>Next meeting</translation>
    </message>
    <message>
        <source>Aftalen er ikke en afgørelse.</source>
        <translation>The agreement is not a formal decision.</translation>
    </message>
    <message>
        <source>Et tal, der lignede et CPR-nummer, er udeladt.</source>
        <translation>A number that looked like a CPR number has been left out.</translation>
    </message>
    <message>
        <source>Borgeren har svaret på spørgeskemaet.</source>
        <translation>The citizen answered the questionnaire.</translation>
    </message>
    <message>
        <source>Borgeren har svaret på en del af spørgeskemaet.</source>
        <translation>The citizen answered part of the questionnaire.</translation>
    </message>
    <message>
        <source>Borgeren ønskede ikke at svare denne gang.</source>
        <translation>The citizen did not wish to answer this time.</translation>
    </message>
    <message>
        <source>Svarene ligger i BIP.</source>
        <translation>The answers are kept in BIP.</translation>
    </message>
    <message>
        <source>højere på {0}</source>
        <translation>higher on {0}</translation>
    </message>
    <message>
        <source>som sidst på {0}</source>
        <translation>as last time on {0}</translation>
    </message>
    <message>
        <source>lavere på {0}</source>
        <translation>lower on {0}</translation>
    </message>
    <message>
        <source>Der er ikke noget at sammenligne med denne gang.</source>
        <translation>There is nothing to compare with this time.</translation>
    </message>
    <message>
        <source>I forhold til sidst: {0}.</source>
        <translation>Compared with last time: {0}.</translation>
    </message>
    <message>
        <source>Ét trin kan være tilfældigt.</source>
        <translation>One step may be chance.</translation>
    </message>
    <message>
        <source>En anden</source>
        <translation>Somebody else</translation>
    </message>
    <message>
        <source> (senest {0})</source>
        <translation> (by {0})</translation>
    </message>
</context>
<context>
    <name>key_printing</name>
    <message>
        <source>Den åbner alt, hvis alle adgangssætninger er glemt.</source>
        <translation>It opens everything when every passphrase is forgotten.</translation>
    </message>
    <message>
        <source>Læg den i jobcentrets pengeskab. Ikke ved computeren, og ikke i en skuffe.</source>
        <translation>Put it in the jobcentre’s safe. Not beside the computer, and not in a drawer.</translation>
    </message>
    <message>
        <source>Laver nogen en ny nøgle, virker denne ikke mere: makulér den så.</source>
        <translation>If somebody makes a new key, this one no longer works: then shred it.</translation>
    </message>
    <message>
        <source>Gendannelsesnøgle til BIP</source>
        <translation>Recovery key for BIP</translation>
    </message>
</context>
<context>
    <name>log_rows</name>
    <message>
        <source>Hvornår</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Hvem</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>Hvad</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Borger</source>
        <translation>Citizen</translation>
    </message>
    <message>
        <source>Formål</source>
        <translation>Purpose</translation>
    </message>
</context>
<context>
    <name>log_words</name>
    <message>
        <source>Ukendt hændelse</source>
        <translation>Unknown entry</translation>
    </message>
    <message>
        <source>borger {0}</source>
        <translation>citizen {0}</translation>
    </message>
    <message>
        <source>søgte »{0}«</source>
        <translation>searched for “{0}”</translation>
    </message>
    <message>
        <source>sagsbehandler</source>
        <translation>caseworker</translation>
    </message>
    <message>
        <source>teamleder</source>
        <translation>team leader</translation>
    </message>
    <message>
        <source>administrator</source>
        <translation>administrator</translation>
    </message>
    <message>
        <source>Åbnede en borger</source>
        <translation>Opened a citizen</translation>
    </message>
    <message>
        <source>Læste en borgers svar</source>
        <translation>Read a citizen’s answers</translation>
    </message>
    <message>
        <source>Fandt en borger i en søgning</source>
        <translation>Found a citizen in a search</translation>
    </message>
    <message>
        <source>Så listen over egne borgere</source>
        <translation>Saw the list of the own citizens</translation>
    </message>
    <message>
        <source>Så sine egne svar samlet</source>
        <translation>Saw the own answers together</translation>
    </message>
    <message>
        <source>Så, hvad der kan sendes til forskning</source>
        <translation>Saw what can be sent to research</translation>
    </message>
    <message>
        <source>Så listen over brugere</source>
        <translation>Saw the list of users</translation>
    </message>
    <message>
        <source>Så efter, om et CPR-nummer allerede er oprettet</source>
        <translation>Looked whether a CPR number is known already</translation>
    </message>
    <message>
        <source>Oprettede en borger</source>
        <translation>Added a citizen</translation>
    </message>
    <message>
        <source>Begyndte en samtale</source>
        <translation>Began a meeting</translation>
    </message>
    <message>
        <source>Gemte et svar</source>
        <translation>Kept an answer</translation>
    </message>
    <message>
        <source>Gemte en aftale</source>
        <translation>Kept an agreement</translation>
    </message>
    <message>
        <source>Blev afvist ved en borger, der ikke er ens egen</source>
        <translation>Was refused at somebody else’s citizen</translation>
    </message>
    <message>
        <source>Fortrød, at en borger fik en anden sagsbehandler</source>
        <translation>Took back a change of caseworker</translation>
    </message>
    <message>
        <source>Ny adgangssætning</source>
        <translation>New passphrase</translation>
    </message>
    <message>
        <source>Lavede eller prøvede gendannelsesnøglen</source>
        <translation>Made or tried the recovery key</translation>
    </message>
    <message>
        <source>Ny pinkode</source>
        <translation>New PIN</translation>
    </message>
    <message>
        <source>Oprettede eller fjernede en bruger</source>
        <translation>Added or removed a user</translation>
    </message>
    <message>
        <source>Rettede oplysninger om en medarbejder</source>
        <translation>Changed something about a member of staff</translation>
    </message>
    <message>
        <source>Så en liste</source>
        <translation>Saw a list</translation>
    </message>
    <message>
        <source>Søgte efter en borger</source>
        <translation>Searched for a citizen</translation>
    </message>
    <message>
        <source>Oprettede noget</source>
        <translation>Added something</translation>
    </message>
    <message>
        <source>Rettede i en borgers sag</source>
        <translation>Changed something in a citizen’s case</translation>
    </message>
    <message>
        <source>Sendte en pakke til forskning</source>
        <translation>Sent a package to research</translation>
    </message>
    <message>
        <source>Udskrev eller kopierede noget om en borger</source>
        <translation>Printed or copied something about a citizen</translation>
    </message>
    <message>
        <source>Slettede</source>
        <translation>Erased</translation>
    </message>
    <message>
        <source>Blev afvist: havde ikke adgang</source>
        <translation>Was refused: had no access</translation>
    </message>
    <message>
        <source>Åbnede en kollegas borger</source>
        <translation>Opened a colleague’s citizen</translation>
    </message>
    <message>
        <source>Trådte til som vikar hos en kollegas borger</source>
        <translation>Stood in with a colleague’s citizen</translation>
    </message>
    <message>
        <source>Borgeren fik en anden sagsbehandler</source>
        <translation>The citizen got another caseworker</translation>
    </message>
    <message>
        <source>Viste borgeren informationen</source>
        <translation>Showed the citizen the information</translation>
    </message>
    <message>
        <source>Låste op</source>
        <translation>Unlocked</translation>
    </message>
    <message>
        <source>Ændrede en adgang</source>
        <translation>Changed an access</translation>
    </message>
    <message>
        <source>Ændrede en brugers roller</source>
        <translation>Changed a user’s roles</translation>
    </message>
    <message>
        <source>Ændrede en indstilling</source>
        <translation>Changed a setting</translation>
    </message>
    <message>
        <source>Lavede en sikkerhedskopi</source>
        <translation>Made a backup</translation>
    </message>
    <message>
        <source>Gendannede fra en sikkerhedskopi</source>
        <translation>Restored from a backup</translation>
    </message>
    <message>
        <source>Behandlede en borgers ret til indsigt, rettelse eller sletning</source>
        <translation>Handled a citizen’s right to access, rectification or erasure</translation>
    </message>
    <message>
        <source>Så i loggen</source>
        <translation>Looked into the log</translation>
    </message>
    <message>
        <source>Kontrollerede loggen</source>
        <translation>Checked the log</translation>
    </message>
    <message>
        <source>Stikprøve trukket eller godkendt</source>
        <translation>Spot check drawn or signed off</translation>
    </message>
    <message>
        <source>Slettede den ældste del af loggen, da fristen var gået</source>
        <translation>Deleted the oldest part of the log when its deadline had passed</translation>
    </message>
    <message>
        <source>Computerens ur var stillet tilbage</source>
        <translation>The computer’s clock had been put back</translation>
    </message>
</context>
<context>
    <name>measured_texts</name>
    <message>
        <source>Målt {0}: »{1}« {2} ({3} borgere).</source>
        <translation>Measured {0}: “{1}” {2} ({3} citizens).</translation>
    </message>
    <message>
        <source>Til sammenligning {0}: {1} ({2} borgere).</source>
        <translation>By comparison {0}: {1} ({2} citizens).</translation>
    </message>
    <message>
        <source>Et gennemsnit siger ikke noget om netop dig.</source>
        <translation>An average says nothing about you in particular.</translation>
    </message>
    <message>
        <source>{0}: nye tal, {1}. {2} borgere i {3} jobcentre.</source>
        <translation>{0}: new figures, {1}. {2} citizens in {3} jobcentres.</translation>
    </message>
    <message>
        <source>uden noget i gang</source>
        <translation>without any activity</translation>
    </message>
    <message>
        <source>med én slags indsats</source>
        <translation>with one kind of activity</translation>
    </message>
    <message>
        <source>med en kombination</source>
        <translation>with a combination</translation>
    </message>
    <message>
        <source>med en kombination med job</source>
        <translation>with a combination with job</translation>
    </message>
    <message>
        <source>stod i snit stille fra måling til måling</source>
        <translation>on average stood still from one measurement to the next</translation>
    </message>
    <message>
        <source>steg i snit {0} trin fra måling til måling</source>
        <translation>on average rose {0} steps from one measurement to the next</translation>
    </message>
    <message>
        <source>faldt i snit {0} trin fra måling til måling</source>
        <translation>on average fell {0} steps from one measurement to the next</translation>
    </message>
    <message>
        <source>{0}, hvad der kan være tilfældigt</source>
        <translation>{0}, which may be chance</translation>
    </message>
</context>
<context>
    <name>measurement_paper</name>
    <message>
        <source>Sagsnummer {0}</source>
        <translation>Case number {0}</translation>
    </message>
    <message>
        <source>Arkivudskrift af en BIP-måling</source>
        <translation>Archive copy of a BIP measurement</translation>
    </message>
    <message>
        <source>Indsigt i dine oplysninger</source>
        <translation>Access to your information</translation>
    </message>
    <message>
        <source>Her er alt, hvad BIP har om dig på denne computer.</source>
        <translation>This is everything that BIP has about you on this computer.</translation>
    </message>
    <message>
        <source>Om dig</source>
        <translation>About you</translation>
    </message>
    <message>
        <source>Navn</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>CPR-nummer</source>
        <translation>CPR number</translation>
    </message>
    <message>
        <source>Sagsnummer</source>
        <translation>Case number</translation>
    </message>
    <message>
        <source>Ydelse</source>
        <translation>Benefit</translation>
    </message>
    <message>
        <source>Sagsbehandler</source>
        <translation>Caseworker</translation>
    </message>
    <message>
        <source>Må bruges til forskning</source>
        <translation>May be used for research</translation>
    </message>
    <message>
        <source>Næste samtale</source>
        <translation>Next meeting</translation>
    </message>
    <message>
        <source>Forløb</source>
        <translation>Course</translation>
    </message>
    <message>
        <source>Afsluttet i uge {0}: {1}</source>
        <translation>Closed in week {0}: {1}</translation>
    </message>
    <message>
        <source>I gang</source>
        <translation>Under way</translation>
    </message>
    <message>
        <source>Hvem har fået noget at vide</source>
        <translation>Who has been told something</translation>
    </message>
    <message>
        <source>Hvad du er blevet oplyst om</source>
        <translation>What you have been told</translation>
    </message>
    <message>
        <source>{0}: tekst nr. {1}</source>
        <translation>{0}: text no. {1}</translation>
    </message>
    <message>
        <source>Hvornår dine oplysninger er brugt</source>
        <translation>When your information was used</translation>
    </message>
    <message>
        <source>Samtalen {0}, måling nr. {1}</source>
        <translation>The meeting on {0}, measurement no. {1}</translation>
    </message>
    <message>
        <source>Sagsbehandler: {0}.</source>
        <translation>Caseworker: {0}.</translation>
    </message>
    <message>
        <source>Målingen er annulleret og tæller ikke med.</source>
        <translation>The measurement is voided and does not count.</translation>
    </message>
    <message>
        <source>Samtalen er ikke afsluttet.</source>
        <translation>The meeting is not closed.</translation>
    </message>
    <message>
        <source>Spørgeskema {0}, udgave {1}.</source>
        <translation>Questionnaire {0}, version {1}.</translation>
    </message>
    <message>
        <source>Borgerens svar</source>
        <translation>The citizen’s answers</translation>
    </message>
    <message>
        <source>Sagsbehandlerens svar</source>
        <translation>The caseworker’s answers</translation>
    </message>
    <message>
        <source>Indsatser</source>
        <translation>Interventions</translation>
    </message>
    <message>
        <source>Aftale</source>
        <translation>Agreement</translation>
    </message>
    <message>
        <source>Sagsbehandlerens egne notater</source>
        <translation>The caseworker’s own notes</translation>
    </message>
    <message>
        <source>Spørgsmålene er et udkast, ikke BIP&apos;s egne ord.</source>
        <translation>The questions are a draft, not BIP’s own words.</translation>
    </message>
    <message>
        <source>{0} (rettet efter at begge svar var vist)</source>
        <translation>{0} (corrected after both answers were shown)</translation>
    </message>
    <message>
        <source>{0} (svaret ved samtalen)</source>
        <translation>{0} (answered at the meeting)</translation>
    </message>
    <message>
        <source>{0} (ændret undervejs)</source>
        <translation>{0} (changed on the way)</translation>
    </message>
    <message>
        <source>i gang</source>
        <translation>under way</translation>
    </message>
    <message>
        <source>aftalt</source>
        <translation>agreed</translation>
    </message>
    <message>
        <source>vist som forslag</source>
        <translation>shown as a suggestion</translation>
    </message>
    <message>
        <source>stopper</source>
        <translation>stops</translation>
    </message>
    <message>
        <source>noteret</source>
        <translation>noted</translation>
    </message>
    <message>
        <source>Der blev ikke aftalt noget.</source>
        <translation>Nothing was agreed.</translation>
    </message>
    <message>
        <source>Mål: »{0}«</source>
        <translation>Goal: “{0}”</translation>
    </message>
    <message>
        <source>Næste samtale: {0}</source>
        <translation>Next meeting: {0}</translation>
    </message>
    <message>
        <source>Borgeren</source>
        <translation>The citizen</translation>
    </message>
    <message>
        <source>Sagsbehandleren</source>
        <translation>The caseworker</translation>
    </message>
    <message>
        <source>En anden</source>
        <translation>Somebody else</translation>
    </message>
    <message>
        <source>senest {0}</source>
        <translation>by {0}</translation>
    </message>
    <message>
        <source>gjort</source>
        <translation>done</translation>
    </message>
    <message>
        <source>noget af det</source>
        <translation>some of it</translation>
    </message>
    <message>
        <source>ikke endnu</source>
        <translation>not yet</translation>
    </message>
    <message>
        <source>Borgeren svarede selv.</source>
        <translation>The citizen answered alone.</translation>
    </message>
    <message>
        <source>Spørgsmålene blev læst højt.</source>
        <translation>The questions were read aloud.</translation>
    </message>
    <message>
        <source>Borgeren fik hjælp undervejs.</source>
        <translation>The citizen had help on the way.</translation>
    </message>
    <message>
        <source>Borgeren svarede med tolk.</source>
        <translation>The citizen answered with an interpreter.</translation>
    </message>
    <message>
        <source>Borgeren svarede på papir.</source>
        <translation>The citizen answered on paper.</translation>
    </message>
    <message>
        <source>Forskningscentret, uden navn og CPR-nummer: {0}</source>
        <translation>The research centre, without name and CPR number: {0}</translation>
    </message>
    <message>
        <source>En anden computer i jobcentret: {0}</source>
        <translation>Another computer in the jobcentre: {0}</translation>
    </message>
    <message>
        <source>Ingen uden for dette jobcenter, så vidt programmet ved.</source>
        <translation>Nobody outside this jobcentre, as far as the program knows.</translation>
    </message>
    <message>
        <source>Ja</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>Nej. Er der sendt noget før, er det trukket tilbage.</source>
        <translation>No. If anything was sent before, it has been withdrawn.</translation>
    </message>
    <message>
        <source>Du er ikke spurgt endnu</source>
        <translation>You have not been asked yet</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Seen</translation>
    </message>
    <message>
        <source>Set i en liste</source>
        <translation>Seen in a list</translation>
    </message>
    <message>
        <source>Oprettet</source>
        <translation>Created</translation>
    </message>
    <message>
        <source>Ændret</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>Udleveret</source>
        <translation>Handed out</translation>
    </message>
    <message>
        <source>Skrevet ud</source>
        <translation>Printed</translation>
    </message>
    <message>
        <source>Slettet</source>
        <translation>Deleted</translation>
    </message>
    <message>
        <source>Forsøgt åbnet og afvist</source>
        <translation>Tried to open, and refused</translation>
    </message>
    <message>
        <source>Åbnet af en anden sagsbehandler:</source>
        <translation>Opened by another caseworker:</translation>
    </message>
    <message>
        <source>Samtale med en afløser:</source>
        <translation>Meeting with a stand-in:</translation>
    </message>
    <message>
        <source>Givet videre til en anden sagsbehandler</source>
        <translation>Given to another caseworker</translation>
    </message>
    <message>
        <source>Du fik at vide, hvad dine svar bruges til</source>
        <translation>You were told what your answers are used for</translation>
    </message>
    <message>
        <source>Et skridt i en sag om dine rettigheder</source>
        <translation>A step in a case about your rights</translation>
    </message>
    <message>
        <source>Loggen om dig er set</source>
        <translation>The log about you was seen</translation>
    </message>
    <message>
        <source>Ingen</source>
        <translation>None</translation>
    </message>
</context>
<context>
    <name>meeting</name>
    <message>
        <source>Gemt ✓</source>
        <translation>Saved ✓</translation>
    </message>
    <message>
        <source>✓ gemt</source>
        <translation>✓ saved</translation>
    </message>
    <message>
        <source>Hvad kan hjælpe? →</source>
        <translation>What can help? →</translation>
    </message>
    <message>
        <source>Til aftalen →</source>
        <translation>To the agreement →</translation>
    </message>
    <message>
        <source>Sendt til printeren ✓</source>
        <translation>Sent to the printer ✓</translation>
    </message>
    <message>
        <source>Aftalen er gemt som PDF ✓</source>
        <translation>The agreement is saved as a PDF ✓</translation>
    </message>
    <message>
        <source>Aftale</source>
        <translation>Agreement</translation>
    </message>
    <message>
        <source>Aftale {0}.pdf</source>
        <translation>Agreement {0}.pdf</translation>
    </message>
    <message>
        <source>Gem aftalen</source>
        <translation>Save the agreement</translation>
    </message>
    <message>
        <source>Videre →</source>
        <translation>Continue →</translation>
    </message>
    <message>
        <source>{0} svarer selv</source>
        <translation>{0} answers alone</translation>
    </message>
    <message>
        <source>Jeg læser højt</source>
        <translation>I read aloud</translation>
    </message>
    <message>
        <source>Jeg hjælper undervejs</source>
        <translation>I help along the way</translation>
    </message>
    <message>
        <source>Med tolk</source>
        <translation>With an interpreter</translation>
    </message>
    <message>
        <source>Først på papir</source>
        <translation>On paper first</translation>
    </message>
    <message>
        <source>{0} holder pause og er ved at se sine svar igennem</source>
        <translation>{0} is taking a break while looking through the answers</translation>
    </message>
    <message>
        <source>{0} holder pause ved spørgsmål {1} af {2}</source>
        <translation>{0} is taking a break at question {1} of {2}</translation>
    </message>
    <message>
        <source>{0}. gang · {1}</source>
        <translation>Meeting {0} · {1}</translation>
    </message>
    <message>
        <source>Velkommen</source>
        <translation>Welcome</translation>
    </message>
    <message>
        <source>{0} svar</source>
        <translation>{0} answers</translation>
    </message>
    <message>
        <source>Se det sammen</source>
        <translation>Look at it together</translation>
    </message>
    <message>
        <source>Hvad kan hjælpe?</source>
        <translation>What can help?</translation>
    </message>
    <message>
        <source>Alt er gemt. I kan stoppe når som helst og fortsætte senere.</source>
        <translation>Everything is saved. You can stop at any time and go on later.</translation>
    </message>
</context>
<context>
    <name>moving</name>
    <message>
        <source>Fra {0}, {1}: {2}</source>
        <translation>From {0}, {1}: {2}</translation>
    </message>
    <message>
        <source>afvist</source>
        <translation>turned down</translation>
    </message>
    <message>
        <source>Gem svaret …</source>
        <translation>Save the answer …</translation>
    </message>
    <message>
        <source>{0} til {1}</source>
        <translation>{0} to {1}</translation>
    </message>
    <message>
        <source>Siden {0}. Filen hedder {1}.</source>
        <translation>Since {0}. The file is called {1}.</translation>
    </message>
    <message>
        <source>Skriv filen igen …</source>
        <translation>Write the file again …</translation>
    </message>
    <message>
        <source>Computeren er gået tabt …</source>
        <translation>The computer is lost …</translation>
    </message>
    <message>
        <source>Hvilken fil har du fået?</source>
        <translation>Which file have you been given?</translation>
    </message>
    <message>
        <source>Borgere fra en kollega (*.age);;Alle filer (*)</source>
        <translation>Citizens from a colleague (*.age);;All files (*)</translation>
    </message>
    <message>
        <source>{0} giver dig {1}</source>
        <translation>{0} gives you {1}</translation>
    </message>
    <message>
        <source>De står på din liste nu. Gem svaret, og send det til {0}.</source>
        <translation>They are on your list now. Save the answer and send it to {0}.</translation>
    </message>
    <message>
        <source>De bliver hos din kollega. Gem svaret, og send det til {0}.</source>
        <translation>They stay with your colleague. Save the answer and send it to {0}.</translation>
    </message>
    <message>
        <source>Hvor skal svaret gemmes?</source>
        <translation>Where should the answer be saved?</translation>
    </message>
    <message>
        <source>Svaret ligger i {0}. Send det til din kollega.</source>
        <translation>The answer is in {0}. Send it to your colleague.</translation>
    </message>
    <message>
        <source>Hvilken fil er din kollegas kort?</source>
        <translation>Which file is your colleague’s card?</translation>
    </message>
    <message>
        <source>Kort (*.json);;Alle filer (*)</source>
        <translation>Cards (*.json);;All files (*)</translation>
    </message>
    <message>
        <source>Sæt kryds ved dem, du vil give videre.</source>
        <translation>Tick those you want to hand over.</translation>
    </message>
    <message>
        <source>Vælg, hvem der skal have dem.</source>
        <translation>Choose who is to have them.</translation>
    </message>
    <message>
        <source>Hvor skal filen gemmes?</source>
        <translation>Where should the file be saved?</translation>
    </message>
    <message>
        <source>Filen ligger i {0}. Giv den til {1}.</source>
        <translation>The file is in {0}. Give it to {1}.</translation>
    </message>
    <message>
        <source>Filen ligger i {0}</source>
        <translation>The file is in {0}</translation>
    </message>
    <message>
        <source>De er dine igen.</source>
        <translation>They are yours again.</translation>
    </message>
    <message>
        <source>Hvilken fil er din kollegas svar?</source>
        <translation>Which file is your colleague’s answer?</translation>
    </message>
    <message>
        <source>Svar (*.json);;Alle filer (*)</source>
        <translation>Answers (*.json);;All files (*)</translation>
    </message>
    <message>
        <source>Din kollega har taget imod. De står ikke længere her.</source>
        <translation>Your colleague has accepted. They are no longer here.</translation>
    </message>
    <message>
        <source>Din kollega har afvist. De er dine igen.</source>
        <translation>Your colleague has turned them down. They are yours again.</translation>
    </message>
    <message>
        <source>Hvor skal kortet gemmes?</source>
        <translation>Where should the card be saved?</translation>
    </message>
    <message>
        <source>Kortet ligger i {0}. Læs tegnene op, når din kollega ringer: {1}</source>
        <translation>The card is in {0}. Read the signs out when your colleague calls: {1}</translation>
    </message>
    <message>
        <source>1 borger</source>
        <translation>1 citizen</translation>
    </message>
    <message>
        <source>{0} borgere</source>
        <translation>{0} citizens</translation>
    </message>
    <message>
        <source>{0} (computer {1})</source>
        <translation>{0} (computer {1})</translation>
    </message>
</context>
<context>
    <name>new_citizen</name>
    <message>
        <source>Født {0}.</source>
        <translation>Born {0}.</translation>
    </message>
    <message>
        <source>Erstatningsnummer. {0}</source>
        <translation>Replacement number. {0}</translation>
    </message>
    <message>
        <source>{0} Kontrolcifferet passer ikke. Nyere numre kan være sådan, så se lige efter en ekstra gang.</source>
        <translation>{0} The check digit does not fit. Newer numbers can be like that, so look once more.</translation>
    </message>
</context>
<context>
    <name>own_answers</name>
    <message>
        <source>Efter {0}. måling</source>
        <translation>After measurement {0}</translation>
    </message>
    <message>
        <source>{0} · {1}</source>
        <translation>{0} · {1}</translation>
    </message>
    <message>
        <source>{0}. måling
{1} {2}</source>
        <translation>Measurement {0}
{1} {2}</translation>
    </message>
    <message>
        <source>1 måling med en anden sagsbehandler er ikke med her.</source>
        <translation>1 measurement with another caseworker is not shown here.</translation>
    </message>
    <message>
        <source>{0} målinger med en anden sagsbehandler er ikke med her.</source>
        <translation>{0} measurements with another caseworker are not shown here.</translation>
    </message>
</context>
<context>
    <name>own_cards</name>
    <message>
        <source>Et nyt blik på forløbet?</source>
        <translation>A fresh look at the course?</translation>
    </message>
    <message>
        <source>Tænk over, før I ses:</source>
        <translation>Think it over before you meet:</translation>
    </message>
    <message>
        <source>Det er ikke en dom over nogen. Intet af det bliver gemt eller sendt.</source>
        <translation>It is no verdict on anybody. None of it is kept or sent.</translation>
    </message>
</context>
<context>
    <name>own_describing</name>
    <message>
        <source>Intet område har flyttet sig i de sidste {0} målinger.</source>
        <translation>No theme has moved in the last {0} measurements.</translation>
    </message>
    <message>
        <source>{0} er lavere end gangen før.</source>
        <translation>{0} is lower than the time before.</translation>
    </message>
    <message>
        <source>Der var ingen aktiviteter i gang ved sidste måling.</source>
        <translation>No activities were under way at the last measurement.</translation>
    </message>
    <message>
        <source>Den samtale, I havde aftalt, er ikke holdt.</source>
        <translation>The meeting you had agreed on has not been held.</translation>
    </message>
    <message>
        <source>Det er {0} uger siden sidste måling.</source>
        <translation>It is {0} weeks since the last measurement.</translation>
    </message>
    <message>
        <source>Der er kommet en ny sagsbehandler siden sidste måling.</source>
        <translation>There has been a new caseworker since the last measurement.</translation>
    </message>
    <message>
        <source>Relationen</source>
        <translation>The relation</translation>
    </message>
    <message>
        <source>Er der tillid mellem jer? Hvad ville {0} sige?</source>
        <translation>Is there trust between you? What would {0} say?</translation>
    </message>
    <message>
        <source>Håbet</source>
        <translation>Hope</translation>
    </message>
    <message>
        <source>Hvad håber {0} på? Hvad håber du selv på?</source>
        <translation>What does {0} hope for? What do you hope for yourself?</translation>
    </message>
    <message>
        <source>Helbredet</source>
        <translation>Health</translation>
    </message>
    <message>
        <source>Fylder noget mere end før? Er der hjælp til det?</source>
        <translation>Is anything weighing more than before? Is there help for it?</translation>
    </message>
    <message>
        <source>Indsatsen</source>
        <translation>The intervention</translation>
    </message>
    <message>
        <source>Passer den stadig til {0}? Hvem har valgt den?</source>
        <translation>Does it still fit {0}? Who chose it?</translation>
    </message>
    <message>
        <source>Netværket</source>
        <translation>The network</translation>
    </message>
    <message>
        <source>Hvem omkring {0} kunne være med?</source>
        <translation>Who around {0} could take part?</translation>
    </message>
    <message>
        <source>Du svarede »{1}« på »{0}« sidst.</source>
        <translation>You answered “{1}” on “{0}” last time.</translation>
    </message>
</context>
<context>
    <name>own_picture</name>
    <message>
        <source>næsten halvdelen svarede »{0}« eller »{1}«</source>
        <translation>almost half answered “{0}” or “{1}”</translation>
    </message>
    <message>
        <source>omkring en fjerdedel</source>
        <translation>about a quarter</translation>
    </message>
    <message>
        <source>den sidste fjerdedel svarede »{0}« eller »{1}«, 6 % »{1}«</source>
        <translation>the last quarter answered “{0}” or “{1}”, 6% “{1}”</translation>
    </message>
    <message>
        <source>2 %</source>
        <translation>2%</translation>
    </message>
    <message>
        <source>{0} af dine {1} svar. I BIP: {2}.</source>
        <translation>{0} of your {1} answers. In BIP: {2}.</translation>
    </message>
    <message>
        <source>Du har svaret 1 gang</source>
        <translation>You have answered once</translation>
    </message>
    <message>
        <source>Du har svaret {0} gange om 1 borger</source>
        <translation>You have answered {0} times about 1 citizen</translation>
    </message>
    <message>
        <source>Du har svaret {0} gange</source>
        <translation>You have answered {0} times</translation>
    </message>
    <message>
        <source>Du har svaret {0} gange om {1} borgere</source>
        <translation>You have answered {0} times about {1} citizens</translation>
    </message>
    <message>
        <source>Et gennemsnit siger først noget fra {0} borgere. Du har svaret om {1}.</source>
        <translation>An average says something only from {0} citizens on. You have answered about {1}.</translation>
    </message>
    <message>
        <source>{0} i gennemsnit, fra 1 ({2}) til 5 ({3}), over det nyeste svar om {1} borgere.</source>
        <translation>{0} on average, from 1 ({2}) to 5 ({3}), over the newest answer about {1} citizens.</translation>
    </message>
    <message>
        <source>Kolleger står her først, når mindst {0} har svaret om {1} borgere hver.</source>
        <translation>Colleagues stand here only when at least {0} have answered about {1} citizens each.</translation>
    </message>
    <message>
        <source>{0} kolleger tilsammen: {1} i gennemsnit.</source>
        <translation>{0} colleagues together: {1} on average.</translation>
    </message>
    <message>
        <source>I har hver jeres borgere. Et andet tal er ikke et bedre tal.</source>
        <translation>Each of you has your own citizens. Another figure is not a better figure.</translation>
    </message>
    <message>
        <source>1 afsluttet forløb</source>
        <translation>1 closed course</translation>
    </message>
    <message>
        <source>{0} afsluttede forløb</source>
        <translation>{0} closed courses</translation>
    </message>
    <message>
        <source>De {0} nyeste er vist.</source>
        <translation>The newest {0} are shown.</translation>
    </message>
    <message>
        <source>intet svar</source>
        <translation>no answer</translation>
    </message>
    <message>
        <source>{0}, uge {1} i {2}</source>
        <translation>{0}, week {1} of {2}</translation>
    </message>
</context>
<context>
    <name>passphrase</name>
    <message>
        <source>Skiftet ✓ Brug den nye næste gang, du låser op.</source>
        <translation>Changed ✓ Use the new one the next time you unlock.</translation>
    </message>
</context>
<context>
    <name>plots</name>
    <message>
        <source>du svarer {now}.</source>
        <translation>you answer {now}.</translation>
    </message>
    <message>
        <source>{now} denne gang.</source>
        <translation>{now} this time.</translation>
    </message>
    <message>
        <source>du svarer {now}. Sidst var der ikke noget svar.</source>
        <translation>you answer {now}. There was no answer last time.</translation>
    </message>
    <message>
        <source>du svarer {now}, som sidst.</source>
        <translation>you answer {now}, as last time.</translation>
    </message>
    <message>
        <source>du svarer {now}, måske højere end sidst.</source>
        <translation>you answer {now}, maybe higher than last time.</translation>
    </message>
    <message>
        <source>du svarer {now}, måske lavere end sidst.</source>
        <translation>you answer {now}, maybe lower than last time.</translation>
    </message>
    <message>
        <source>du svarer {now}, en ændring opad.</source>
        <translation>you answer {now}, a change upwards.</translation>
    </message>
    <message>
        <source>du svarer {now}, en ændring nedad.</source>
        <translation>you answer {now}, a change downwards.</translation>
    </message>
    <message>
        <source>De {0} nyeste af {1} svar siden {2}: {3}.</source>
        <translation>The {0} newest of {1} answers since {2}: {3}.</translation>
    </message>
    <message>
        <source>{0} svar fra {1} til {2}: {3}.</source>
        <translation>{0} answers from {1} to {2}: {3}.</translation>
    </message>
    <message>
        <source>{theme}: {citizen} svarer »{own}«, {caseworker} svarer »{hers}«.</source>
        <translation>{theme}: {citizen} answers “{own}”, {caseworker} answers “{hers}”.</translation>
    </message>
    <message>
        <source>Fortæl hinanden, hvad I tænker på</source>
        <translation>Tell each other what you have in mind</translation>
    </message>
    <message>
        <source>{0}: kan ikke sammenlignes med starten ({1}).</source>
        <translation>{0}: cannot be compared with the start ({1}).</translation>
    </message>
    <message>
        <source>{0}: {1} i starten, {2} nu.</source>
        <translation>{0}: {1} at the start, {2} now.</translation>
    </message>
    <message>
        <source>{0}: {2}, som i starten.</source>
        <translation>{0}: {2}, as at the start.</translation>
    </message>
    <message>
        <source>Der er ikke noget at sammenligne med starten denne gang.</source>
        <translation>There is nothing to compare with the start this time.</translation>
    </message>
    <message>
        <source>højere på {0}</source>
        <translation>higher on {0}</translation>
    </message>
    <message>
        <source>lavere på {0}</source>
        <translation>lower on {0}</translation>
    </message>
    <message>
        <source>som i starten på {0}</source>
        <translation>as at the start on {0}</translation>
    </message>
    <message>
        <source>{0} og {1}</source>
        <translation>{0} and {1}</translation>
    </message>
    <message>
        <source>Du svarer nu {0}.</source>
        <translation>You now answer {0}.</translation>
    </message>
    <message>
        <source>d. MMM yy</source>
        <translation>d MMM yy</translation>
    </message>
    <message>
        <source>dd.MM.yy</source>
        <translation>dd/MM/yy</translation>
    </message>
    <message>
        <source>ny</source>
        <translation>new</translation>
    </message>
    <message>
        <source>Sagsbehandler</source>
        <translation>Caseworker</translation>
    </message>
    <message>
        <source>i gang</source>
        <translation>under way</translation>
    </message>
    <message>
        <source>Over tid</source>
        <translation>Over time</translation>
    </message>
    <message>
        <source>Område</source>
        <translation>Theme</translation>
    </message>
    <message>
        <source>Siden sidst</source>
        <translation>Since last time</translation>
    </message>
    <message>
        <source>Sådan ser vi hver især på det</source>
        <translation>How each of us sees it</translation>
    </message>
    <message>
        <source>Fra start til nu</source>
        <translation>From the start to now</translation>
    </message>
    <message>
        <source>Første svar</source>
        <translation>First answer</translation>
    </message>
    <message>
        <source>Dato</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Nu, {0}</source>
        <translation>Now, {0}</translation>
    </message>
    <message>
        <source>Dit udgangspunkt</source>
        <translation>Your starting point</translation>
    </message>
    <message>
        <source>Dit svar</source>
        <translation>Your answer</translation>
    </message>
    <message>
        <source>Jobsøgning og løn</source>
        <translation>Job search and wage</translation>
    </message>
</context>
<context>
    <name>printing</name>
    <message>
        <source>Spørgsmålene er et udkast, ikke BIP&apos;s egne ord.</source>
        <translation>The questions are a draft, not BIP’s own words.</translation>
    </message>
    <message>
        <source>Vores aftale</source>
        <translation>Our agreement</translation>
    </message>
    <message>
        <source>Aftalen er ikke en afgørelse.</source>
        <translation>The agreement is not a formal decision.</translation>
    </message>
    <message>
        <source>Mine mål</source>
        <translation>My goals</translation>
    </message>
    <message>
        <source>Mit mål</source>
        <translation>My goal</translation>
    </message>
    <message>
        <source>Hvem gør hvad</source>
        <translation>Who does what</translation>
    </message>
    <message>
        <source>Det har vi valgt sammen</source>
        <translation>What we have chosen together</translation>
    </message>
    <message>
        <source>Næste samtale</source>
        <translation>Next meeting</translation>
    </message>
    <message>
        <source>Vi aftaler den senere.</source>
        <translation>We will agree on it later.</translation>
    </message>
    <message>
        <source>Er du i tvivl om noget? Ring direkte til {0}: {1}</source>
        <translation>Are you in doubt about anything? Call {0} directly: {1}</translation>
    </message>
    <message>
        <source>Et tal, der lignede et CPR-nummer, er udeladt.</source>
        <translation>A number that looked like a CPR number has been left out.</translation>
    </message>
    <message>
        <source>Andre</source>
        <translation>Others</translation>
    </message>
    <message>
        <source>senest {0}</source>
        <translation>by {0}</translation>
    </message>
</context>
<context>
    <name>recovery_key</name>
    <message>
        <source>Gør det senere</source>
        <translation>Do it later</translation>
    </message>
    <message>
        <source>← Adgang</source>
        <translation>← Access</translation>
    </message>
    <message>
        <source>Sendt til printeren ✓</source>
        <translation>Sent to the printer ✓</translation>
    </message>
</context>
<context>
    <name>research_centre</name>
    <message>
        <source>Ingen endnu. Centret sender jer en fil, recipients.json, med sine nøgler.</source>
        <translation>Nobody yet. The centre sends you a file, recipients.json, with its keys.</translation>
    </message>
    <message>
        <source>Nøglerne er ikke underskrevet.</source>
        <translation>The keys are not signed.</translation>
    </message>
    <message>
        <source>Hvilken fil er centrets nøgler?</source>
        <translation>Which file holds the centre’s keys?</translation>
    </message>
    <message>
        <source>Derefter bliver jeres pakker låst, så kun dette center kan åbne dem.</source>
        <translation>From then on your packages are locked so that only this centre can open them.</translation>
    </message>
    <message>
        <source>I dag sender I til {0}. Siger du ja, er det dette center fra nu af.</source>
        <translation>Today you send to {0}. If you say yes, it is this centre from now on.</translation>
    </message>
    <message>
        <source>Kortet ligger i {0}</source>
        <translation>The card is in {0}</translation>
    </message>
    <message>
        <source>Brug ikke nye tal</source>
        <translation>Do not use new figures</translation>
    </message>
    <message>
        <source>Gå tilbage til tallene fra {0}</source>
        <translation>Go back to the figures from {0}</translation>
    </message>
    <message>
        <source>Hvilken fil er de nye tal?</source>
        <translation>Which file holds the new figures?</translation>
    </message>
    <message>
        <source>Trin i snit fra måling til måling, med antal borgere. Målt til og med {0}. »–«: for få borgere.</source>
        <translation>Steps on average from one measurement to the next, with the number of citizens. Measured up to {0}. “–”: too few citizens.</translation>
    </message>
    <message>
        <source>»Intet«: uden noget i gang. »Én slags«: én slags indsats. »Flere«: en kombination. »Med job«: en kombination med job; de er også med i »Flere«.</source>
        <translation>“Nothing”: without any activity. “One kind”: one kind of activity. “Several”: a combination. “With job”: a combination with job; they are among “Several” too.</translation>
    </message>
    <message>
        <source>*: kan være tilfældigt.</source>
        <translation>*: may be chance.</translation>
    </message>
    <message>
        <source>Grupperne er gjort sammenlignelige, så godt det kan lade sig gøre.</source>
        <translation>The groups have been made comparable as far as that can be done.</translation>
    </message>
    <message>
        <source>uge {0} i {1}</source>
        <translation>week {0} of {1}</translation>
    </message>
</context>
<context>
    <name>restoring</name>
    <message>
        <source>Der ligger ingen sikkerhedskopi på denne computer. Find den i en anden mappe.</source>
        <translation>There is no backup on this computer. Find it in another folder.</translation>
    </message>
    <message>
        <source>Der ligger ingen sikkerhedskopi i den mappe. Vælg en anden mappe.</source>
        <translation>There is no backup in that folder. Choose another folder.</translation>
    </message>
    <message>
        <source>ingen database her</source>
        <translation>no database here</translation>
    </message>
</context>
<context>
    <name>rights_cases</name>
    <message>
        <source>Godkendt. Administratoren er den næste.</source>
        <translation>Approved. The administrator is next.</translation>
    </message>
    <message>
        <source>Borgeren er slettet. Der er taget en sikkerhedskopi lige før.</source>
        <translation>The citizen is erased. A backup was made just before.</translation>
    </message>
    <message>
        <source>Indsigten er gemt som PDF og som fil. Giv dem til borgeren.</source>
        <translation>The access is saved as a PDF and as a file. Give them to the citizen.</translation>
    </message>
    <message>
        <source>Indsigt {0} {1}</source>
        <translation>Access {0} {1}</translation>
    </message>
    <message>
        <source>Indsigt</source>
        <translation>Access</translation>
    </message>
    <message>
        <source>Godkend</source>
        <translation>Approve</translation>
    </message>
    <message>
        <source>Slet borgeren …</source>
        <translation>Erase the citizen …</translation>
    </message>
    <message>
        <source>Alt om borgeren bliver slettet for altid. Det kan ikke fortrydes. Vil du slette nu?</source>
        <translation>Everything about the citizen is erased for good. It cannot be undone. Do you want to erase now?</translation>
    </message>
    <message>
        <source>Gem indsigten …</source>
        <translation>Save the access …</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}: {1}</translation>
    </message>
</context>
<context>
    <name>rights_texts</name>
    <message>
        <source>Indsigt</source>
        <translation>Access</translation>
    </message>
    <message>
        <source>Rettelse</source>
        <translation>Rectification</translation>
    </message>
    <message>
        <source>Sletning</source>
        <translation>Erasure</translation>
    </message>
    <message>
        <source>borgeren har bedt om det</source>
        <translation>the citizen has asked for it</translation>
    </message>
    <message>
        <source>fristen er udløbet</source>
        <translation>the deadline has passed</translation>
    </message>
    <message>
        <source>det var en fejl</source>
        <translation>it was a mistake</translation>
    </message>
    <message>
        <source>Borgeren er slettet</source>
        <translation>The citizen is erased</translation>
    </message>
    <message>
        <source>sagsnummer {0}</source>
        <translation>case number {0}</translation>
    </message>
    <message>
        <source>Sagsnummer {0}</source>
        <translation>Case number {0}</translation>
    </message>
    <message>
        <source>En borger uden sagsnummer</source>
        <translation>A citizen without a case number</translation>
    </message>
    <message>
        <source>Bedt om {0} af {1}</source>
        <translation>Asked for on {0} by {1}</translation>
    </message>
    <message>
        <source>Godkendt {0} af {1}</source>
        <translation>Approved on {0} by {1}</translation>
    </message>
    <message>
        <source>Udført {0} af {1}</source>
        <translation>Carried out on {0} by {1}</translation>
    </message>
    <message>
        <source>Venter på teamlederen.</source>
        <translation>Waits for the team leader.</translation>
    </message>
    <message>
        <source>Venter på administratoren: en anden end den, der godkendte.</source>
        <translation>Waits for the administrator: somebody other than who approved.</translation>
    </message>
    <message>
        <source>Venter på administratoren.</source>
        <translation>Waits for the administrator.</translation>
    </message>
    <message>
        <source>{0} kan se dine svar. De bliver en del af din sag. Du skal komme til samtalen, men du bestemmer selv, hvad du svarer på.</source>
        <translation>{0} can see your answers. They become part of your case. You have to come to the meeting, but you decide what you answer.</translation>
    </message>
    <message>
        <source>Teksten er et udkast. Kommunen har ikke skrevet sin egen endnu.</source>
        <translation>The text is a draft. The municipality has not written its own yet.</translation>
    </message>
    <message>
        <source>udkastet</source>
        <translation>the draft</translation>
    </message>
    <message>
        <source>tekst nr. {0}</source>
        <translation>text no. {0}</translation>
    </message>
</context>
<context>
    <name>shell</name>
    <message>
        <source>Sikkerhedskopien er hentet frem. Lås op for at arbejde videre.</source>
        <translation>The backup has been restored. Unlock to go on working.</translation>
    </message>
</context>
<context>
    <name>single_instance</name>
    <message>
        <source>BIP er allerede åbent på denne computer, men svarer ikke. Vent et øjeblik, og prøv igen. Alt, der er gemt, er der stadig.</source>
        <translation>BIP is already open on this computer but does not answer. Wait a moment and try again. Everything that was saved is still there.</translation>
    </message>
</context>
<context>
    <name>spot_checks</name>
    <message>
        <source>{0} hændelser er trukket.</source>
        <translation>{0} entries have been drawn.</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <translation>MMMM yyyy</translation>
    </message>
</context>
<context>
    <name>theft</name>
    <message>
        <source>Hvem og hvad</source>
        <translation>Who and what</translation>
    </message>
    <message>
        <source>Hvornår</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Sådan var det beskyttet</source>
        <translation>How it was protected</translation>
    </message>
    <message>
        <source>Hvad I gør nu</source>
        <translation>What you do now</translation>
    </message>
    <message>
        <source>Tidspunkt</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Hvem</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>Hvad</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Sagsnummer</source>
        <translation>Case number</translation>
    </message>
    <message>
        <source>Hvad lå på computeren? {0}</source>
        <translation>What was on the computer? {0}</translation>
    </message>
    <message>
        <source>De seneste opslag i sikkerhedskopien</source>
        <translation>The last uses in the backup</translation>
    </message>
    <message>
        <source>Borgere: {0}, heraf {1} med mindst én samtale.</source>
        <translation>Citizens: {0}, of whom {1} with at least one meeting.</translation>
    </message>
    <message>
        <source>Om hver borger: navn, CPR-nummer, sagsnummer, ydelse og sagsbehandler.</source>
        <translation>About each citizen: name, CPR number, case number, benefit and caseworker.</translation>
    </message>
    <message>
        <source>Svar fra borgere: {0}, også om helbred, økonomi og hverdag.</source>
        <translation>Answers from citizens: {0}, also about health, money and everyday life.</translation>
    </message>
    <message>
        <source>Svar fra sagsbehandlere om borgere: {0}.</source>
        <translation>Answers from caseworkers about citizens: {0}.</translation>
    </message>
    <message>
        <source>Mål og aftaler skrevet med egne ord: {0}.</source>
        <translation>Goals and agreements in people’s own words: {0}.</translation>
    </message>
    <message>
        <source>Noter fra sagsbehandlere: {0}.</source>
        <translation>Notes from caseworkers: {0}.</translation>
    </message>
    <message>
        <source>Sagsbehandlere, med navn og direkte telefonnummer: {0}.</source>
        <translation>Caseworkers, with name and direct telephone number: {0}.</translation>
    </message>
    <message>
        <source>Ingen adresser, ingen lægepapirer og ingen billeder: dem har programmet ikke.</source>
        <translation>No addresses, no medical papers and no pictures: the program has none.</translation>
    </message>
    <message>
        <source>Sikkerhedskopien er fra {0}. Hvad der skete efter det, kan den ikke vide.</source>
        <translation>The backup is from {0}. It cannot know what happened after that.</translation>
    </message>
    <message>
        <source>Sidst brugt {0}.</source>
        <translation>Last used {0}.</translation>
    </message>
    <message>
        <source>Samtaler: {0}, fra {1} til {2}.</source>
        <translation>Meetings: {0}, from {1} to {2}.</translation>
    </message>
    <message>
        <source>Adgangssætninger, der kan åbne den: {0}. Der er også en gendannelsesnøgle på papir.</source>
        <translation>Passphrases that can open it: {0}. There is also a recovery key on paper.</translation>
    </message>
    <message>
        <source>Adgangssætninger, der kan åbne den: {0}. Der er ingen gendannelsesnøgle.</source>
        <translation>Passphrases that can open it: {0}. There is no recovery key.</translation>
    </message>
    <message>
        <source>Hele databasen og alle sikkerhedskopier er krypteret (AES-256). Nøglen ligger ikke åbent.</source>
        <translation>The whole database and all backups are encrypted (AES-256). The key does not lie open.</translation>
    </message>
    <message>
        <source>Programmet låser selv efter 4 minutter uden brug, 15 minutter under en samtale, og straks når computeren låses eller lukkes.</source>
        <translation>The program locks itself after 4 minutes without use, 15 minutes during a meeting, and at once when the computer is locked or shut.</translation>
    </message>
    <message>
        <source>Var det låst op, da computeren forsvandt, kan det, der var på skærmen, være læst. Det, der lå i hukommelse og dvalefil, beskytter BitLocker.</source>
        <translation>If it was unlocked when the computer disappeared, what was on the screen may have been read. What lay in memory and the hibernation file is protected by BitLocker.</translation>
    </message>
    <message>
        <source>Var en adgangssætning skrevet ned ved computeren? Så regn med, at alt kan læses.</source>
        <translation>Was a passphrase written down beside the computer? Then assume that everything can be read.</translation>
    </message>
    <message>
        <source>Databeskyttelsesrådgiveren vurderer, om bruddet skal anmeldes: fristen er 72 timer.</source>
        <translation>The data protection officer decides whether the breach has to be reported: the time limit is 72 hours.</translation>
    </message>
    <message>
        <source>Skal borgerne have besked, så hent sikkerhedskopien frem på en anden computer. Deres navne står dér i »Mine borgere«; de står ikke her.</source>
        <translation>If the citizens have to be told, restore the backup on another computer. Their names are there in “My citizens”; they are not here.</translation>
    </message>
    <message>
        <source>Læst</source>
        <translation>Read</translation>
    </message>
    <message>
        <source>Ændret</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>Taget ud</source>
        <translation>Taken out</translation>
    </message>
    <message>
        <source>Låst op</source>
        <translation>Unlocked</translation>
    </message>
    <message>
        <source>Afvist</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>Drift</source>
        <translation>Operation</translation>
    </message>
</context>
<context>
    <name>use_log</name>
    <message>
        <source>Loggen</source>
        <translation>The log</translation>
    </message>
    <message>
        <source>Hvem har set, rettet, udskrevet eller sendt hvad. Loggen kan ikke rettes herfra.</source>
        <translation>Who has seen, changed, printed or sent what. The log cannot be changed from here.</translation>
    </message>
    <message>
        <source>← Administration</source>
        <translation>← Administration</translation>
    </message>
    <message>
        <source>Alle</source>
        <translation>Everybody</translation>
    </message>
    <message>
        <source>Mine opslag</source>
        <translation>My look-ups</translation>
    </message>
    <message>
        <source>Det, du selv har set, rettet og udskrevet. Det er det samme, som loggen viser om dig.</source>
        <translation>What you have seen, changed and printed yourself. It is the same as the log shows about you.</translation>
    </message>
    <message>
        <source>← Indstillinger</source>
        <translation>← Settings</translation>
    </message>
    <message>
        <source>1 hændelse</source>
        <translation>1 entry</translation>
    </message>
    <message>
        <source>{0} hændelser</source>
        <translation>{0} entries</translation>
    </message>
    <message>
        <source>De {0} nyeste hændelser</source>
        <translation>The {0} newest entries</translation>
    </message>
    <message>
        <source>Loggen er ikke hel: fra hændelse {0} er noget rettet, flyttet eller fjernet.</source>
        <translation>The log is not whole: from entry {0} on something has been changed, moved or taken out.</translation>
    </message>
    <message>
        <source>Ret ikke noget. Gem en sikkerhedskopi, og kontakt jeres databeskyttelsesrådgiver.</source>
        <translation>Mend nothing. Keep a backup, and call your data protection officer.</translation>
    </message>
    <message>
        <source>De første {0} hændelser svarer også til det, der står i sikkerhedskopier og pakker uden for databasen. Var nogle af de sidste {1} skåret af, kunne det ikke ses endnu.</source>
        <translation>The first {0} entries also agree with what stands in backups and packages outside the database. Were some of the last {1} cut off, it could not be seen yet.</translation>
    </message>
    <message>
        <source>Der er gendannet fra en sikkerhedskopi: loggen siger det ved hændelse {0}.</source>
        <translation>The jobcentre was restored from a backup: the log says so at entry {0}.</translation>
    </message>
    <message>
        <source>Alle {0} hændelser hænger sammen.</source>
        <translation>All {0} entries hang together.</translation>
    </message>
</context>
<context>
    <name>users</name>
    <message>
        <source>Der er en gendannelsesnøgle. Den åbner alt, hvis alle adgangssætninger er glemt.</source>
        <translation>There is a recovery key. It opens everything when every passphrase is forgotten.</translation>
    </message>
    <message>
        <source>Der er ingen gendannelsesnøgle. Glemmer alle deres adgangssætning, er svarene tabt for altid.</source>
        <translation>There is no recovery key. If everybody forgets their passphrase, the answers are lost for ever.</translation>
    </message>
    <message>
        <source>Kan ikke låse op her.</source>
        <translation>Cannot unlock here.</translation>
    </message>
    <message>
        <source>Skal låse op en gang med denne udgave, før nogen kan fjernes.</source>
        <translation>Has to unlock once with this version before anybody can be removed.</translation>
    </message>
    <message>
        <source>Roller</source>
        <translation>Roles</translation>
    </message>
    <message>
        <source>Giv adgang</source>
        <translation>Give access</translation>
    </message>
    <message>
        <source>Ny adgangssætning</source>
        <translation>New passphrase</translation>
    </message>
    <message>
        <source>Fjern adgang</source>
        <translation>Remove access</translation>
    </message>
    <message>
        <source>{0} (dig)</source>
        <translation>{0} (you)</translation>
    </message>
    <message>
        <source>Ny bruger</source>
        <translation>New user</translation>
    </message>
    <message>
        <source>Giv {0} adgang</source>
        <translation>Give {0} access</translation>
    </message>
    <message>
        <source>Lad den nye bruger sidde ved tastaturet: adgangssætningen er kun for den ene.</source>
        <translation>Let the new user sit at the keyboard: the passphrase is for that one person alone.</translation>
    </message>
    <message>
        <source>Tilføj</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>{0} kan nu låse op med sin egen adgangssætning.</source>
        <translation>{0} can now unlock with a passphrase of their own.</translation>
    </message>
    <message>
        <source>Roller for {0}</source>
        <translation>Roles of {0}</translation>
    </message>
    <message>
        <source>En person kan have flere roller. De gælder fra næste gang, der bliver låst op.</source>
        <translation>One person can have several roles. They hold from the next time the jobcentre is unlocked.</translation>
    </message>
    <message>
        <source>Gem</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Rollerne er gemt.</source>
        <translation>The roles are saved.</translation>
    </message>
    <message>
        <source>Ny adgangssætning til {0}</source>
        <translation>New passphrase for {0}</translation>
    </message>
    <message>
        <source>Den, den er til, skriver den selv. Den gamle virker ikke mere.</source>
        <translation>Whoever it is for types it. The old one no longer works.</translation>
    </message>
    <message>
        <source>Skift</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>{0} har fået en ny adgangssætning.</source>
        <translation>{0} has a new passphrase.</translation>
    </message>
    <message>
        <source>Fjern adgangen for {0}</source>
        <translation>Remove the access of {0}</translation>
    </message>
    <message>
        <source>Alle svar bliver krypteret igen med en ny nøgle. Borgerne bliver, hvor de er, til teamlederen flytter dem. Bagefter skal du låse op igen. Har {0} lavet gendannelsesnøglen, skal I lave en ny.</source>
        <translation>All answers are encrypted anew with another key. The citizens stay where they are until the team leader moves them. Afterwards you have to unlock again. If {0} made the recovery key, you have to make a new one.</translation>
    </message>
    <message>
        <source>Nøglen åbner ✓ Læg papiret tilbage.</source>
        <translation>The key opens ✓ Put the paper back.</translation>
    </message>
    <message>
        <source>Det er ikke den nøgle, der gælder nu.</source>
        <translation>That is not the key that holds now.</translation>
    </message>
    <message>
        <source>Har egne borgere og holder samtaler.</source>
        <translation>Has citizens and holds meetings.</translation>
    </message>
    <message>
        <source>Flytter borgere, ser stikprøver og godkender sletning.</source>
        <translation>Moves citizens, looks at spot checks and approves erasure.</translation>
    </message>
    <message>
        <source>Passer adgang, sikkerhedskopier og loggen. Ser ingen borgere.</source>
        <translation>Looks after access, backups and the log. Sees no citizens.</translation>
    </message>
</context>
<context>
    <name>what_was_on</name>
    <message>
        <source>Der ligger ingen sikkerhedskopi i den mappe. Vælg en anden mappe.</source>
        <translation>There is no backup in that folder. Choose another folder.</translation>
    </message>
    <message>
        <source>Vælg den mappe, sikkerhedskopierne ligger i.</source>
        <translation>Choose the folder that the backups are in.</translation>
    </message>
    <message>
        <source>Hvad lå på computeren.pdf</source>
        <translation>What was on the computer.pdf</translation>
    </message>
    <message>
        <source>Gemt. Den rummer ingen navne på borgere og ingen CPR-numre.</source>
        <translation>Saved. It holds no citizens’ names and no CPR numbers.</translation>
    </message>
</context>
<context>
    <name>wording</name>
    <message>
        <source>1 område</source>
        <translation>1 theme</translation>
    </message>
    <message>
        <source>{0} områder</source>
        <translation>{0} themes</translation>
    </message>
    <message>
        <source>»{0}«</source>
        <translation>“{0}”</translation>
    </message>
    <message>
        <source>{0} og {1}</source>
        <translation>{0} and {1}</translation>
    </message>
    <message>
        <source>Dit udgangspunkt</source>
        <translation>Your starting point</translation>
    </message>
    <message>
        <source>Du svarer højere end sidst på {0} og lavere på {1}</source>
        <translation>You answer higher than last time on {0} and lower on {1}</translation>
    </message>
    <message>
        <source>Du svarer højere end sidst på {0}</source>
        <translation>You answer higher than last time on {0}</translation>
    </message>
    <message>
        <source>Du svarer lavere end sidst på {0}</source>
        <translation>You answer lower than last time on {0}</translation>
    </message>
    <message>
        <source>Du svarer som sidst</source>
        <translation>You answer as last time</translation>
    </message>
    <message>
        <source>Der er ikke noget at sammenligne med denne gang</source>
        <translation>There is nothing to compare with this time</translation>
    </message>
    <message>
        <source>Her er, hvad du svarede i dag. Næste gang kan vi se, om noget har flyttet sig.</source>
        <translation>Here is what you answered today. Next time we can see whether anything has moved.</translation>
    </message>
    <message>
        <source>{0} er steget to gange i træk.</source>
        <translation>{0}: up twice in a row.</translation>
    </message>
    <message>
        <source>{0} er faldet to gange i træk.</source>
        <translation>{0}: down twice in a row.</translation>
    </message>
    <message>
        <source>{0} er steget flere trin.</source>
        <translation>{0}: up several steps.</translation>
    </message>
    <message>
        <source>{0} er faldet flere trin.</source>
        <translation>{0}: down several steps.</translation>
    </message>
    <message>
        <source>»{0}« er steget ét trin; det kan være tilfældigt.</source>
        <translation>“{0}” has risen by one step; that may be chance.</translation>
    </message>
    <message>
        <source>»{0}« er faldet ét trin; det kan være tilfældigt.</source>
        <translation>“{0}” has fallen by one step; that may be chance.</translation>
    </message>
    <message>
        <source>Ét trin kan være tilfældigt.</source>
        <translation>One step may be chance.</translation>
    </message>
    <message>
        <source>Det går ofte op og ned. Hvad tænker du?</source>
        <translation>It often goes up and down. What do you think?</translation>
    </message>
    <message>
        <source>Resten er som sidst.</source>
        <translation>The rest is as last time.</translation>
    </message>
    <message>
        <source>{0} er som sidst.</source>
        <translation>{0} are as last time.</translation>
    </message>
    <message>
        <source>ikke svaret</source>
        <translation>not answered</translation>
    </message>
    <message>
        <source>ikke svaret sidst</source>
        <translation>not answered last time</translation>
    </message>
    <message>
        <source>som sidst</source>
        <translation>as last time</translation>
    </message>
    <message>
        <source>måske højere</source>
        <translation>maybe higher</translation>
    </message>
    <message>
        <source>måske lavere</source>
        <translation>maybe lower</translation>
    </message>
    <message>
        <source>ændring ↑</source>
        <translation>change ↑</translation>
    </message>
    <message>
        <source>ændring ↓</source>
        <translation>change ↓</translation>
    </message>
    <message>
        <source>ved ikke</source>
        <translation>don’t know</translation>
    </message>
    <message>
        <source>ønskede ikke at svare</source>
        <translation>preferred not to answer</translation>
    </message>
    <message>
        <source>ikke relevant</source>
        <translation>not relevant</translation>
    </message>
    <message>
        <source>ikke vist</source>
        <translation>not shown</translation>
    </message>
    <message>
        <source>ikke nået</source>
        <translation>not reached</translation>
    </message>
    <message>
        <source>sprunget over</source>
        <translation>skipped</translation>
    </message>
    <message>
        <source>ikke svaret endnu</source>
        <translation>not answered yet</translation>
    </message>
    <message>
        <source>Jobrettet</source>
        <translation>Job-related</translation>
    </message>
    <message>
        <source>Opkvalificering</source>
        <translation>Upskilling</translation>
    </message>
    <message>
        <source>Social indsats</source>
        <translation>Social intervention</translation>
    </message>
    <message>
        <source>Helbred</source>
        <translation>Health</translation>
    </message>
    <message>
        <source>Ved ikke</source>
        <translation>Don’t know</translation>
    </message>
    <message>
        <source>Ingen lige nu</source>
        <translation>None at the moment</translation>
    </message>
    <message>
        <source>Første måling</source>
        <translation>First measurement</translation>
    </message>
    <message>
        <source>{0} højere</source>
        <translation>{0} higher</translation>
    </message>
    <message>
        <source>{0} ens</source>
        <translation>{0} the same</translation>
    </message>
    <message>
        <source>{0} lavere</source>
        <translation>{0} lower</translation>
    </message>
    <message>
        <source>Ikke svaret</source>
        <translation>Not answered</translation>
    </message>
    <message>
        <source>Læs overleveringen først</source>
        <translation>Read the handover first</translation>
    </message>
    <message>
        <source>Første samtale</source>
        <translation>First meeting</translation>
    </message>
    <message>
        <source>Hvad skal der til?</source>
        <translation>What would it take?</translation>
    </message>
    <message>
        <source>Et nyt blik på forløbet?</source>
        <translation>A fresh look at the course?</translation>
    </message>
    <message>
        <source>Sidste aftale: {0}</source>
        <translation>Last agreement: {0}</translation>
    </message>
    <message>
        <source>Én indsats</source>
        <translation>One intervention</translation>
    </message>
    <message>
        <source>Noget jobrettet ved siden af?</source>
        <translation>Something job-related alongside?</translation>
    </message>
    <message>
        <source>»{0}« er det område, hvor du svarer lavest ({1}).</source>
        <translation>“{0}” is the theme where you answer lowest ({1}).</translation>
    </message>
    <message>
        <source>Din sagsbehandler svarede »{1}« om »{0}«.</source>
        <translation>Your caseworker answered “{1}” about “{0}”.</translation>
    </message>
    <message>
        <source>Du har svaret {1} på »{0}«.</source>
        <translation>You have answered {1} on “{0}”.</translation>
    </message>
    <message>
        <source>»{0}« har ligget på {1} i {2} målinger.</source>
        <translation>“{0}” has stayed at {1} for {2} measurements.</translation>
    </message>
    <message>
        <source>»{0}« er steget to gange i træk ({1} → {2}).</source>
        <translation>“{0}” has risen twice in a row ({1} → {2}).</translation>
    </message>
    <message>
        <source>Du svarer højere end sidst på »{0}« ({1} → {2}).</source>
        <translation>You answer higher than last time on “{0}” ({1} → {2}).</translation>
    </message>
    <message>
        <source>fundet i BIP</source>
        <translation>found in BIP</translation>
    </message>
    <message>
        <source>set, hvor flest kom i job</source>
        <translation>seen where most people got a job</translation>
    </message>
    <message>
        <source>fagligt skøn</source>
        <translation>professional judgement</translation>
    </message>
    <message>
        <source>Kontanthjælp, mindstesats</source>
        <translation>Cash benefit, minimum rate</translation>
    </message>
    <message>
        <source>Kontanthjælp, grundsats</source>
        <translation>Cash benefit, basic rate</translation>
    </message>
    <message>
        <source>Kontanthjælp, forhøjet sats</source>
        <translation>Cash benefit, increased rate</translation>
    </message>
    <message>
        <source>Uddannelseshjælp (før juli 2025)</source>
        <translation>Education benefit (before July 2025)</translation>
    </message>
    <message>
        <source>Ressourceforløb</source>
        <translation>Resource course</translation>
    </message>
    <message>
        <source>Anden ydelse</source>
        <translation>Other benefit</translation>
    </message>
    <message>
        <source>Ikke oplyst</source>
        <translation>Not stated</translation>
    </message>
    <message>
        <source>sagsbehandleren er stoppet</source>
        <translation>the caseworker has left</translation>
    </message>
    <message>
        <source>orlov</source>
        <translation>leave</translation>
    </message>
    <message>
        <source>ny visitation</source>
        <translation>new assessment</translation>
    </message>
    <message>
        <source>ny ydelse</source>
        <translation>new benefit</translation>
    </message>
    <message>
        <source>omorganisering</source>
        <translation>reorganisation</translation>
    </message>
    <message>
        <source>borgerens eget ønske eller flytning</source>
        <translation>the citizen’s own wish, or a move</translation>
    </message>
    <message>
        <source>andet</source>
        <translation>other</translation>
    </message>
    <message>
        <source>ikke oplyst</source>
        <translation>not stated</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Job</translation>
    </message>
    <message>
        <source>Uddannelse</source>
        <translation>Education</translation>
    </message>
    <message>
        <source>Flyttet</source>
        <translation>Moved away</translation>
    </message>
    <message>
        <source>Andet</source>
        <translation>Other</translation>
    </message>
</context>
</TS>
