<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>ArrivalEntry</name>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n record</numerusform>
            <numerusform>%n records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) and scan(s)</source>
        <translation>
            <numerusform>%n photo or scan</numerusform>
            <numerusform>%n photos and scans</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CertificateEntry</name>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>%n day left</numerusform>
            <numerusform>%n days left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckerPage</name>
    <message numerus="yes">
        <source>%n number(s) found. A check says whether a number is well formed, not whether it is real.</source>
        <translation>
            <numerusform>%n number found. A check says whether a number is well formed, not whether it is real.</numerusform>
            <numerusform>%n numbers found. A check says whether a number is well formed, not whether it is real.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EvidenceScreen</name>
    <message numerus="yes">
        <source>%n original(s) are not as they came in</source>
        <translation>
            <numerusform>%n original is not as it came in</numerusform>
            <numerusform>%n originals are not as they came in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n original(s) read through: all unchanged since they came in</source>
        <translation>
            <numerusform>%n original read through: unchanged since it came in</numerusform>
            <numerusform>%n originals read through: all unchanged since they came in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more are on other computers.</source>
        <translation>
            <numerusform>%n more is on another computer.</numerusform>
            <numerusform>%n more are on other computers.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExchangeScreen</name>
    <message numerus="yes">
        <source>{bureau} {office} · %n laptop(s)</source>
        <translation>
            <numerusform>{bureau} {office} · %n laptop</numerusform>
            <numerusform>{bureau} {office} · %n laptops</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HandingOver</name>
    <message numerus="yes">
        <source>The office has not got %n entry(s) of this computer beside visits, such as parties or officers</source>
        <translation>
            <numerusform>The office has not got %n entry of this computer beside visits, such as a party or an officer</numerusform>
            <numerusform>The office has not got %n entries of this computer beside visits, such as parties or officers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The office has not got %n visit(s) whole</source>
        <translation>
            <numerusform>The office has not got %n visit whole</numerusform>
            <numerusform>The office has not got %n visits whole</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) without a receipt.</source>
        <translation>
            <numerusform>%n photo without a receipt.</numerusform>
            <numerusform>%n photos without a receipt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message numerus="yes">
        <source>Details (%n)</source>
        <translation>
            <numerusform>Details (%n)</numerusform>
            <numerusform>Details (%n)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MovesPart</name>
    <message numerus="yes">
        <source>%n photo(s), by the digests of their originals</source>
        <translation>
            <numerusform>%n photo, by the digest of its original</numerusform>
            <numerusform>%n photos, by the digests of their originals</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsScreen</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SetupForm</name>
    <message numerus="yes">
        <source>%n place(s) to mend</source>
        <translation>
            <numerusform>%n place to mend</numerusform>
            <numerusform>%n places to mend</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StickCard</name>
    <message numerus="yes">
        <source>%n bundle(s) read before</source>
        <translation>
            <numerusform>%n bundle read before</numerusform>
            <numerusform>%n bundles read before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bundle(s) for other computers</source>
        <translation>
            <numerusform>%n bundle for other computers</numerusform>
            <numerusform>%n bundles for other computers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Telling</name>
    <message numerus="yes">
        <source>%n visit(s)</source>
        <translation>
            <numerusform>%n visit</numerusform>
            <numerusform>%n visits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bundle(s) had been read before</source>
        <translation>
            <numerusform>%n bundle had been read before</numerusform>
            <numerusform>%n bundles had been read before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) are named and did not come along.</source>
        <translation>
            <numerusform>%n photo is named and did not come along.</numerusform>
            <numerusform>%n photos are named and did not come along.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n record</numerusform>
            <numerusform>%n records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>%n photo</numerusform>
            <numerusform>%n photos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TodayScreen</name>
    <message numerus="yes">
        <source>%n thing(s) with several values</source>
        <translation>
            <numerusform>%n thing with several values</numerusform>
            <numerusform>%n things with several values</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VisitEntry</name>
    <message numerus="yes">
        <source>%n suspicion(s)</source>
        <translation>
            <numerusform>%n suspicion</numerusform>
            <numerusform>%n suspicions</numerusform>
        </translation>
    </message>
</context>
</TS>
