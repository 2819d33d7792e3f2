<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
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
</TS>
