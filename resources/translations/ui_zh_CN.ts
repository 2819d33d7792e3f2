<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>App</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Passphrase of the demonstration: {words}. PINs: {pins}</source>
        <translation>演示工作区的口令：{words}&#x3000;PIN：{pins}</translation>
    </message>
</context>
<context>
    <name>Attendance</name>
    <message>
        <source>Present</source>
        <translation>在场</translation>
    </message>
    <message>
        <source>Absent</source>
        <translation>不到场</translation>
    </message>
    <message>
        <source>Refuses to sign</source>
        <translation>拒签</translation>
    </message>
    <message>
        <source>Left before the end</source>
        <translation>中途离开</translation>
    </message>
    <message>
        <source>Obstructs</source>
        <translation>阻挠</translation>
    </message>
</context>
<context>
    <name>ChangeOver</name>
    <message>
        <source>Change over</source>
        <translation>执法人员交接</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
</context>
<context>
    <name>CrashPage</name>
    <message>
        <source>Something went wrong in the program</source>
        <translation>程序出了点问题</translation>
    </message>
    <message>
        <source>Everything marked as saved is safe on disk. You can go on working; if the same happens again, start the program anew. Please give the report below to whoever looks after the program. It may hold words that you typed, so read it before you pass it on.</source>
        <translation>凡是显示“已保存”的内容都已写入磁盘，不会丢失。可以继续工作；如再次出现，请重新启动程序。请把下面的报告交给维护本程序的人员；报告里可能有您录入过的文字，交出前请先看一遍。</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>Quit the program</source>
        <translation>退出程序</translation>
    </message>
    <message>
        <source>Go on working</source>
        <translation>继续工作</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>YYYY-MM-DD</source>
        <translation>年-月-日</translation>
    </message>
</context>
<context>
    <name>Delivery</name>
    <message>
        <source>Only on this computer</source>
        <translation>只在本机</translation>
    </message>
    <message>
        <source>Written to the stick</source>
        <translation>已写入U盘</translation>
    </message>
    <message>
        <source>On the stick, verified</source>
        <translation>已写入U盘并核对</translation>
    </message>
    <message>
        <source>Received by the office</source>
        <translation>局里已收到</translation>
    </message>
</context>
<context>
    <name>Dialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>Emblem</name>
    <message>
        <source>Inspector</source>
        <translation>知识产权巡查</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>What is this computer for?</source>
        <translation>这台电脑用来做什么？</translation>
    </message>
    <message>
        <source>Inspection laptop</source>
        <translation>本机执法终端</translation>
    </message>
    <message>
        <source>Goes along to markets and shops: checks, photographs, writes records and has them signed.</source>
        <translation>带到市场、商店现场：逐项检查、拍照取证、制作笔录、当场签字。</translation>
    </message>
    <message>
        <source>Office desk</source>
        <translation>局机关内勤</translation>
    </message>
    <message>
        <source>Collects what the laptops bring, confirms its receipt, keeps the registry, prints.</source>
        <translation>接收各终端交来的检查记录并出具回执，维护监管对象，打印文书。</translation>
    </message>
    <message>
        <source>Demonstration</source>
        <translation>演示</translation>
    </message>
    <message>
        <source>Fictional people, firms and records to try everything on. Nothing in it counts.</source>
        <translation>人员、企业和记录全部虚构，可以随意试用，不产生任何效力。</translation>
    </message>
    <message>
        <source>Open a workspace that exists …</source>
        <translation>打开已有的工作区…</translation>
    </message>
    <message>
        <source>Making keys and encrypting the records …</source>
        <translation>正在生成密钥、建立加密工作区…</translation>
    </message>
    <message>
        <source>Building the demonstration …</source>
        <translation>正在准备演示数据…</translation>
    </message>
    <message>
        <source>Choose the folder of the workspace</source>
        <translation>选择工作区所在文件夹</translation>
    </message>
</context>
<context>
    <name>Ground</name>
    <message>
        <source>DEMONSTRATION</source>
        <translation>演示</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Inspector</source>
        <translation>知识产权巡查</translation>
    </message>
</context>
<context>
    <name>Mark</name>
    <message>
        <source>Nothing found</source>
        <translation>未发现问题</translation>
    </message>
    <message>
        <source>Suspicion</source>
        <translation>发现疑点</translation>
    </message>
    <message>
        <source>Not applicable</source>
        <translation>不适用</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>未检查</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close the message</source>
        <translation>关闭提示</translation>
    </message>
    <message numerus="yes">
        <source>Details (%n)</source>
        <translation>
            <numerusform>详情（%n）</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>Demonstration · all fictional</source>
        <translation>演示 · 数据均为虚构</translation>
    </message>
</context>
<context>
    <name>OfficerBadge</name>
    <message>
        <source>Change over to another officer ({keys})</source>
        <translation>换另一名执法人员（{keys}）</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>未登录</translation>
    </message>
    <message>
        <source>Working now: {name}. Change over</source>
        <translation>当前执法人员：{name}，按此交接</translation>
    </message>
</context>
<context>
    <name>OfficerDialog</name>
    <message>
        <source>Add an officer</source>
        <translation>添加执法人员</translation>
    </message>
    <message>
        <source>Correct the officer</source>
        <translation>更正执法人员信息</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Certificate no.</source>
        <translation>执法证号</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>有效期自</translation>
    </message>
    <message>
        <source>Valid to</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>PIN again</source>
        <translation>再输一次 PIN</translation>
    </message>
    <message>
        <source>The PIN opens the officer&apos;s own signing key on this computer.</source>
        <translation>PIN 用来打开该执法人员在本机的个人签名密钥。</translation>
    </message>
    <message>
        <source>This is needed.</source>
        <translation>此处必填。</translation>
    </message>
    <message>
        <source>Write it like 2027-06-30.</source>
        <translation>请写成 2027-06-30 的样子。</translation>
    </message>
    <message>
        <source>The certificate ends before it begins.</source>
        <translation>执法证的截止日期早于起始日期。</translation>
    </message>
    <message>
        <source>The two PINs differ.</source>
        <translation>两次输入的 PIN 不一致。</translation>
    </message>
</context>
<context>
    <name>OfficerTable</name>
    <message>
        <source>Add another officer</source>
        <translation>再添加一名执法人员</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Certificate no.</source>
        <translation>执法证号</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>有效期自</translation>
    </message>
    <message>
        <source>Valid to</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>PIN again</source>
        <translation>再输一次 PIN</translation>
    </message>
    <message>
        <source>Remove officer {number}</source>
        <translation>移除第{number}名执法人员</translation>
    </message>
    <message>
        <source>At least one officer is needed.</source>
        <translation>至少要登记一名执法人员。</translation>
    </message>
    <message>
        <source>The name is missing.</source>
        <translation>缺少姓名。</translation>
    </message>
    <message>
        <source>The certificate number is missing.</source>
        <translation>缺少执法证号。</translation>
    </message>
    <message>
        <source>This date cannot be read; write it like 2027-06-30.</source>
        <translation>日期无法识别，请写成 2027-06-30 的样子。</translation>
    </message>
    <message>
        <source>The certificate ends before it begins.</source>
        <translation>执法证的截止日期早于起始日期。</translation>
    </message>
    <message>
        <source>The two PINs differ.</source>
        <translation>两次输入的 PIN 不一致。</translation>
    </message>
</context>
<context>
    <name>OfficersScreen</name>
    <message>
        <source>Officers</source>
        <translation>执法人员</translation>
    </message>
    <message>
        <source>Each officer has an own signing key on this computer, under an own PIN.</source>
        <translation>每名执法人员在本机有自己的签名密钥，由本人的 PIN 保护。</translation>
    </message>
    <message>
        <source>Add an officer</source>
        <translation>添加执法人员</translation>
    </message>
    <message>
        <source>Change PIN</source>
        <translation>修改 PIN</translation>
    </message>
    <message>
        <source>Set a PIN</source>
        <translation>设置 PIN</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>{certificate} · valid to {day}</source>
        <translation>{certificate} · 有效期至 {day}</translation>
    </message>
    <message>
        <source>Working now</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>Has left</source>
        <translation>已调离</translation>
    </message>
    <message>
        <source>Certificate not valid today</source>
        <translation>执法证今日不在有效期内</translation>
    </message>
    <message>
        <source>No key on this computer</source>
        <translation>本机没有密钥</translation>
    </message>
    <message>
        <source>The officer was added.</source>
        <translation>已添加执法人员。</translation>
    </message>
    <message>
        <source>The PIN was set.</source>
        <translation>PIN 已设置。</translation>
    </message>
</context>
<context>
    <name>PhotoStrip</name>
    <message>
        <source>Add photos</source>
        <translation>添加照片</translation>
    </message>
    <message>
        <source>Choose files, drop them here, or paste</source>
        <translation>选择文件、拖放到此处，或者粘贴</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
</context>
<context>
    <name>Picker</name>
    <message>
        <source>Name, pinyin initials or number</source>
        <translation>名称、拼音首字母或号码</translation>
    </message>
    <message>
        <source>Add “{name}”</source>
        <translation>添加“{name}”</translation>
    </message>
</context>
<context>
    <name>PinDialog</name>
    <message>
        <source>Change the PIN</source>
        <translation>修改 PIN</translation>
    </message>
    <message>
        <source>PIN on this computer</source>
        <translation>设置本机 PIN</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Old PIN</source>
        <translation>原 PIN</translation>
    </message>
    <message>
        <source>New PIN</source>
        <translation>新 PIN</translation>
    </message>
    <message>
        <source>New PIN again</source>
        <translation>再输一次新 PIN</translation>
    </message>
    <message>
        <source>The two PINs differ.</source>
        <translation>两次输入的 PIN 不一致。</translation>
    </message>
</context>
<context>
    <name>Place</name>
    <message>
        <source>Today</source>
        <translation>今日待办</translation>
    </message>
    <message>
        <source>Inspections</source>
        <translation>检查记录</translation>
    </message>
    <message>
        <source>On-site inspection</source>
        <translation>现场检查</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>文书</translation>
    </message>
    <message>
        <source>Registry</source>
        <translation>监管对象</translation>
    </message>
    <message>
        <source>Complaints</source>
        <translation>投诉举报</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>Data exchange</source>
        <translation>数据交换</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>执法口袋书</translation>
    </message>
    <message>
        <source>Officers</source>
        <translation>执法人员</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>ProgressCard</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>正在停止…</translation>
    </message>
</context>
<context>
    <name>RecoveryKey</name>
    <message>
        <source>Recovery key of the office</source>
        <translation>局里的恢复密钥</translation>
    </message>
    <message>
        <source>It opens the records of the office and of its laptops when a passphrase is lost. It can read, never sign. It is shown only now and stored nowhere.</source>
        <translation>口令遗失时，用它可以打开本局和所属终端的数据。它只能读取，不能签名；只在此刻显示一次，程序不保存。</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>恢复密钥</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Save to a file …</source>
        <translation>存成文件…</translation>
    </message>
    <message>
        <source>The key is printed or saved, and two custodians keep it apart from this computer</source>
        <translation>恢复密钥已打印或存好，由两名保管人与本机分开保管</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Keep it in two places under two custodians, apart from the computers. It can read, never sign.</source>
        <translation>请由两名保管人分两处保管，不与电脑放在一起。它只能读取数据，不能签名。</translation>
    </message>
</context>
<context>
    <name>Role</name>
    <message>
        <source>Inspection laptop</source>
        <translation>本机执法终端</translation>
    </message>
    <message>
        <source>Office desk</source>
        <translation>局机关内勤</translation>
    </message>
</context>
<context>
    <name>SavedTick</name>
    <message>
        <source>Draft kept</source>
        <translation>草稿已存</translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>已保存 {time}</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>未保存</translation>
    </message>
</context>
<context>
    <name>SecretField</name>
    <message>
        <source>Hide the text</source>
        <translation>隐藏文字</translation>
    </message>
    <message>
        <source>Show the text</source>
        <translation>显示文字</translation>
    </message>
</context>
<context>
    <name>SettingsScreen</name>
    <message>
        <source>As the system is set</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Bright light: high contrast and large type</source>
        <translation>强光模式：高对比度、大字号</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>Language and look</source>
        <translation>语言和外观</translation>
    </message>
    <message>
        <source>Locking</source>
        <translation>锁屏</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Counts from the next start of the program</source>
        <translation>下次启动程序时生效</translation>
    </message>
    <message>
        <source>Lock the window when nobody has touched it for</source>
        <translation>无人操作多久后锁屏</translation>
    </message>
    <message>
        <source>Ctrl+L locks it at once. The PIN opens it where you were.</source>
        <translation>按 Ctrl+L 立即锁屏；输入 PIN 后回到原处。</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>SetupForm</name>
    <message>
        <source>Set up the office desk</source>
        <translation>建立局机关内勤工作区</translation>
    </message>
    <message>
        <source>The office collects what the laptops bring, keeps the registry and vouches for devices.</source>
        <translation>内勤接收各终端的数据，维护监管对象，并为终端和执法人员的密钥作保。</translation>
    </message>
    <message>
        <source>Set up this laptop</source>
        <translation>建立本机执法终端</translation>
    </message>
    <message>
        <source>Everything stays on this computer, encrypted. No network is needed.</source>
        <translation>全部数据加密保存在本机，不需要网络。</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>As it stands in the heading of records</source>
        <translation>与文书抬头一致</translation>
    </message>
    <message>
        <source>Bureau</source>
        <translation>局名</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>科室</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>市场监管所</translation>
    </message>
    <message>
        <source>May stay empty</source>
        <translation>可以不填</translation>
    </message>
    <message>
        <source>Name of this computer</source>
        <translation>本机名称</translation>
    </message>
    <message>
        <source>So that the office can tell it apart</source>
        <translation>便于局里区分各台终端</translation>
    </message>
    <message>
        <source>Who works at this desk. Each has an own PIN and signs with an own key.</source>
        <translation>在本机工作的人员。每人有自己的 PIN，用自己的密钥签名。</translation>
    </message>
    <message>
        <source>Inspections need two officers. Each has an own PIN and signs with an own key.</source>
        <translation>检查须两名执法人员。每人有自己的 PIN，用自己的密钥签名。</translation>
    </message>
    <message>
        <source>Officers</source>
        <translation>执法人员</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Passphrase again</source>
        <translation>再输一次口令</translation>
    </message>
    <message>
        <source>It opens this computer&apos;s records, for all officers together. Four or five words that do not belong together are strong and easy to keep in mind. Write it down and keep the paper in the safe, not with the computer. Without it nobody can read the records, not even we.</source>
        <translation>口令用来打开本机的全部记录，由本机的执法人员共用。用四五个互不相干的词最牢固，也好记。请写在纸上放进保险柜，不要与电脑放在一起。没有口令，谁也读不出这些记录，软件的作者也不例外。</translation>
    </message>
    <message>
        <source>Keep it elsewhere …</source>
        <translation>更改存放位置…</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Set up</source>
        <translation>建立</translation>
    </message>
    <message>
        <source>Choose an empty folder</source>
        <translation>选择一个空文件夹</translation>
    </message>
    <message>
        <source>Kept in {folder}</source>
        <translation>存放在 {folder}</translation>
    </message>
    <message>
        <source>This is needed.</source>
        <translation>此处必填。</translation>
    </message>
    <message>
        <source>The two passphrases differ.</source>
        <translation>两次输入的口令不一致。</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) to mend</source>
        <translation>
            <numerusform>还有 %n 处需要补正</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Office desk {name} · collects what the laptops bring</source>
        <translation>{name} · 内勤工作区，接收各终端的数据</translation>
    </message>
    <message>
        <source>{name} · facts stay here until the office has received them</source>
        <translation>{name} · 局里确认收到之前，数据一直保留在本机</translation>
    </message>
    <message>
        <source>{name} · facts are only on this computer, not yet joined to an office</source>
        <translation>{name} · 数据只在本机，尚未与局里建立数据交换</translation>
    </message>
</context>
<context>
    <name>SignIn</name>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
</context>
<context>
    <name>SignInDoor</name>
    <message>
        <source>Who is working now?</source>
        <translation>现在由谁执法？</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>Draft</source>
        <translation>起草</translation>
    </message>
    <message>
        <source>Final, to be signed</source>
        <translation>定稿待签</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>已签字</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>锁定归档</translation>
    </message>
</context>
<context>
    <name>Unlock</name>
    <message>
        <source>Open the records</source>
        <translation>打开工作区</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open another workspace …</source>
        <translation>打开其他工作区…</translation>
    </message>
    <message>
        <source>Set up a new one</source>
        <translation>新建工作区</translation>
    </message>
    <message>
        <source>Choose the folder of the workspace</source>
        <translation>选择工作区所在文件夹</translation>
    </message>
    <message>
        <source>Opening …</source>
        <translation>正在打开…</translation>
    </message>
</context>
</TS>
