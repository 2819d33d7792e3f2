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
    <name>ArrivalEntry</name>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n 份记录</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) and scan(s)</source>
        <translation>
            <numerusform>%n 张照片和扫描件</numerusform>
        </translation>
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
    <name>AttendancePart</name>
    <message>
        <source>Attendance of the party</source>
        <translation>当事人到场情况</translation>
    </message>
    <message>
        <source>Who is there for the party</source>
        <translation>在场人员</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>音像记录</translation>
    </message>
    <message>
        <source>Broken off because</source>
        <translation>检查中止的原因</translation>
    </message>
    <message>
        <source>Note on attendance</source>
        <translation>到场情况说明</translation>
    </message>
    <message>
        <source>This wording is offered: read it, fill in what is left blank, change what was different.</source>
        <translation>以上为备选表述：请核对，把空白处填上，与实际不符的改过来。</translation>
    </message>
    <message>
        <source>Name, and what they are to the party</source>
        <translation>姓名，与当事人的关系</translation>
    </message>
    <message>
        <source>Change this wording</source>
        <translation>修改这段表述</translation>
    </message>
    <message>
        <source>Device, file and time of the recording</source>
        <translation>设备、文件和时间</translation>
    </message>
    <message>
        <source>Only where the inspection could not be finished</source>
        <translation>只在检查没有做完时填写</translation>
    </message>
    <message>
        <source>The record says: {words}</source>
        <translation>笔录写明：{words}</translation>
    </message>
    <message>
        <source>Take the wording offered?</source>
        <translation>换成系统提供的写法？</translation>
    </message>
    <message>
        <source>This stands there in your own words:
{words}</source>
        <translation>这里已有您自己写的内容：
{words}</translation>
    </message>
    <message>
        <source>Take the wording offered</source>
        <translation>换成提供的写法</translation>
    </message>
    <message>
        <source>Keep my words</source>
        <translation>保留我写的</translation>
    </message>
</context>
<context>
    <name>CardBar</name>
    <message>
        <source>Same as the one before</source>
        <translation>同上</translation>
    </message>
    <message>
        <source>Fills what is blank on this card from the card before it (Ctrl+D); never the marks</source>
        <translation>把上一张卡片的内容填到本卡片的空白处（Ctrl+D），检查结果不照抄</translation>
    </message>
    <message>
        <source>Remove card</source>
        <translation>删除卡片</translation>
    </message>
    <message>
        <source>Add: {what}</source>
        <translation>添加{what}</translation>
    </message>
</context>
<context>
    <name>CertificateEntry</name>
    <message>
        <source>{certificate} · valid to {day}</source>
        <translation>{certificate} · 有效期至 {day}</translation>
    </message>
    <message>
        <source>Not valid any more</source>
        <translation>已过期</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>还剩 %n 天</numerusform>
        </translation>
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
    <name>CheckerPage</name>
    <message>
        <source>Type or paste what stands on the label, the licence or the packaging</source>
        <translation>录入或粘贴标签、证照、包装上的文字</translation>
    </message>
    <message>
        <source>Text of the label</source>
        <translation>标签文字</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Numbers are checked as they are typed: form, check digit, dates. Nothing is asked of the network.</source>
        <translation>边录入边核对：编号结构、校验位、日期。不联网查询。</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>核对日期</translation>
    </message>
    <message>
        <source>Terms and standards are counted on the day the goods were made or the act was done</source>
        <translation>专利期限按行为发生之日计算，标准按生产日期计算</translation>
    </message>
    <message numerus="yes">
        <source>%n number(s) found. A check says whether a number is well formed, not whether it is real.</source>
        <translation>
            <numerusform>找到 %n 个号码。核对只说明写法是否相符，不代表号码真实有效。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChoiceAnswer</name>
    <message>
        <source>Choose</source>
        <translation>请选择</translation>
    </message>
</context>
<context>
    <name>CompareDialog</name>
    <message>
        <source>Ask the other desk, by telephone or side by side, to read out the fingerprint on its own screen. Go on only if all four groups are the same.</source>
        <translation>请对方（当面或打电话）念出对方屏幕上的指纹，四组全部一致才能继续。</translation>
    </message>
    <message>
        <source>The other screen shows the same fingerprint</source>
        <translation>与对方屏幕上的指纹逐组核对一致</translation>
    </message>
</context>
<context>
    <name>ConflictsPage</name>
    <message>
        <source>Differences</source>
        <translation>分歧</translation>
    </message>
    <message>
        <source>No differences: nobody wrote over anybody.</source>
        <translation>没有分歧：没有两处改动互相冲突。</translation>
    </message>
    <message>
        <source>When two computers change the same field apart from each other, both values are kept. The first one is shown for the time being; choose which one stands.</source>
        <translation>两台电脑各自改了同一处，两个内容都会保留。暂时显示第一个，请选定以哪个为准。</translation>
    </message>
    <message>
        <source>Decided. The other computers get it with the next bundle.</source>
        <translation>已选定，随下一个数据包送到其他电脑。</translation>
    </message>
</context>
<context>
    <name>ConflictsPart</name>
    <message>
        <source>Two computers say different things</source>
        <translation>两台电脑写得不一样</translation>
    </message>
    <message>
        <source>Nothing was dropped. Choose what is right; the others stay in the history.</source>
        <translation>两边的内容都在。请选定正确的一项，其余留在历史里。</translation>
    </message>
    <message>
        <source>{author} on {device}, {at:%Y-%m-%d %H:%M} by its clock</source>
        <translation>{author}，{device}，该机时间 {at:%Y-%m-%d %H:%M}</translation>
    </message>
    <message>
        <source>Nobody signed in</source>
        <translation>无人登录</translation>
    </message>
    <message>
        <source>On the signed page, which prevails · {origin}</source>
        <translation>已签名页面上的内容，以此为准 · {origin}</translation>
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
    <name>DatedPage</name>
    <message>
        <source>Search</source>
        <translation>查找</translation>
    </message>
</context>
<context>
    <name>Decision</name>
    <message>
        <source>Another value</source>
        <translation>另填内容</translation>
    </message>
    <message>
        <source>Let this value stand</source>
        <translation>以此为准</translation>
    </message>
    <message>
        <source>The decision is put on record with who made it, where and when; the other value stays in the journal.</source>
        <translation>选定会记下由谁、在哪台电脑、何时作出；另一个内容仍留在记录里。</translation>
    </message>
    <message>
        <source>The record is locked as it stands; nothing of it can be changed. A supplementary record can.</source>
        <translation>记录已锁定归档，内容不能再改；如需说明，请另作补充记录。</translation>
    </message>
    <message>
        <source>It came after the record was locked: it is kept and shown, and is no part of the record.</source>
        <translation>锁定归档之后才到：予以保留并显示，不属于该记录。</translation>
    </message>
    <message>
        <source>That computer had no right to write it: it is kept and shown, and does not count.</source>
        <translation>那台电脑当时无权作此改动：予以保留并显示，不予采用。</translation>
    </message>
    <message>
        <source>Shown for the time being</source>
        <translation>暂时显示</translation>
    </message>
    <message>
        <source>On the signed page</source>
        <translation>已签名页面上的内容</translation>
    </message>
    <message>
        <source>Somebody has signed the page, so the paper prevails: only what stands there can be chosen. The other value stays in the journal; what has to be corrected goes into a supplementary record.</source>
        <translation>页面已有人签名，以纸质为准，只能选定页面上的内容。另一个值仍留在日志中；需要更正的，写入补充记录。</translation>
    </message>
    <message>
        <source>{author} on {device}, {at:%Y-%m-%d %H:%M} by its clock</source>
        <translation>{author} · {device} · {at:%Y-%m-%d %H:%M}（该电脑的时钟）</translation>
    </message>
    <message>
        <source>Nobody signed in</source>
        <translation>无人登录</translation>
    </message>
    <message>
        <source>Another value:</source>
        <translation>另填：</translation>
    </message>
</context>
<context>
    <name>Delivery</name>
    <message>
        <source>Only on this computer</source>
        <translation>仅在本机</translation>
    </message>
    <message>
        <source>Written to the stick</source>
        <translation>已在U盘（未校验）</translation>
    </message>
    <message>
        <source>On the stick, verified</source>
        <translation>已在U盘（已校验）</translation>
    </message>
    <message>
        <source>Received by the office</source>
        <translation>局里已收到</translation>
    </message>
    <message>
        <source>On another computer</source>
        <translation>在其他电脑</translation>
    </message>
</context>
<context>
    <name>Detail</name>
    <message>
        <source>Show its photos</source>
        <translation>查看照片</translation>
    </message>
    <message>
        <source>No party yet</source>
        <translation>尚未填写被检查对象</translation>
    </message>
    <message>
        <source>Record: {state}</source>
        <translation>记录：{state}</translation>
    </message>
    <message>
        <source>Record: from another computer</source>
        <translation>记录：来自其他电脑</translation>
    </message>
    <message>
        <source>Has not come here yet</source>
        <translation>尚未送到</translation>
    </message>
</context>
<context>
    <name>Dialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Let go of what you typed?</source>
        <translation>放弃已输入的内容？</translation>
    </message>
    <message>
        <source>What was typed in this window is not saved yet.</source>
        <translation>本窗口中输入的内容还没有保存。</translation>
    </message>
    <message>
        <source>Let it go</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Go on typing</source>
        <translation>继续填写</translation>
    </message>
</context>
<context>
    <name>DialoguePart</name>
    <message>
        <source>In the party&apos;s own words. Left empty, the page keeps room to write by hand.</source>
        <translation>照当事人原话录入。不填，打印时留出空行由其手写。</translation>
    </message>
    <message>
        <source>Not said: nobody was there for the party.</source>
        <translation>当事人不到场，未作告知。</translation>
    </message>
</context>
<context>
    <name>DocumentsScreen</name>
    <message>
        <source>Documents</source>
        <translation>文书</translation>
    </message>
    <message>
        <source>Open the visit</source>
        <translation>打开这次检查</translation>
    </message>
    <message>
        <source>Party or place, in characters or initials</source>
        <translation>当事人或地点，汉字或拼音首字母</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>No visit has been made yet. What a visit has on paper is seen and printed here.</source>
        <translation>还没有检查记录。检查产生的文书在这里查看和打印。</translation>
    </message>
    <message>
        <source>To the inspections</source>
        <translation>去检查记录</translation>
    </message>
    <message>
        <source>Nothing is found by that. Try fewer letters.</source>
        <translation>没有找到。请少输几个字再试。</translation>
    </message>
    <message>
        <source>No party yet</source>
        <translation>未填当事人</translation>
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
    <name>Enrolling</name>
    <message>
        <source>The request is written: {file}</source>
        <translation>入网申请已写好：{file}</translation>
    </message>
    <message>
        <source>Take the stick to the office. When its answer is on the stick, come back here.</source>
        <translation>请把U盘带到局里。局里把答复写到U盘后，再回到这里。</translation>
    </message>
    <message>
        <source>Let this laptop in</source>
        <translation>批准终端入网</translation>
    </message>
    <message>
        <source>With the keys of: {officers}</source>
        <translation>附执法人员密钥：{officers}</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>批准</translation>
    </message>
    <message>
        <source>Join this office</source>
        <translation>加入该局</translation>
    </message>
    <message>
        <source>From then on the office can read what this computer has, and says who belongs to it.</source>
        <translation>加入后，局里可以读取本机送去的内容，并决定哪些电脑和人员在册。</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>加入</translation>
    </message>
    <message>
        <source>Writing the answer</source>
        <translation>正在写答复</translation>
    </message>
    <message>
        <source>{name} is let in. The answer is on the stick: bring it back to the laptop.</source>
        <translation>已批准{name}入网，答复已写到U盘，请带回该终端。</translation>
    </message>
    <message>
        <source>There it will ask for the fingerprint of this desk: {digits}</source>
        <translation>终端会要求核对本机指纹：{digits}</translation>
    </message>
    <message>
        <source>Joining the office</source>
        <translation>正在加入</translation>
    </message>
    <message>
        <source>This computer belongs to {bureau} {office} now.</source>
        <translation>本机已加入{bureau}{office}。</translation>
    </message>
    <message>
        <source>You can write for the office at once.</source>
        <translation>现在就可以给局里写数据包。</translation>
    </message>
    <message>
        <source>Stopped. What had been finished until then is kept.</source>
        <translation>已停止，此前完成的部分已保留。</translation>
    </message>
</context>
<context>
    <name>EvidenceScreen</name>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>Photos of all visits</source>
        <translation>全部检查的照片</translation>
    </message>
    <message>
        <source>Verify all originals</source>
        <translation>校验全部原件</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>No photos yet. Photos come in on the items of an on-site inspection.</source>
        <translation>还没有照片。请在“现场检查”的检查项上添加照片。</translation>
    </message>
    <message>
        <source>What is shown are copies; the originals lie encrypted and unchanged in the vault.</source>
        <translation>这里显示的是副本；原件加密存放，原样不动。</translation>
    </message>
    <message>
        <source>The original is not on this computer.</source>
        <translation>原件不在本机。</translation>
    </message>
    <message>
        <source>Reading every original through</source>
        <translation>正在逐件读取原件</translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation>已停止，未作任何改动。</translation>
    </message>
    <message numerus="yes">
        <source>%n original(s) are not as they came in</source>
        <translation>
            <numerusform>%n 份原件与收入时不一致</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n original(s) read through: all unchanged since they came in</source>
        <translation>
            <numerusform>%n 份原件逐字节核对：自收入以来均未改动</numerusform>
        </translation>
    </message>
    <message>
        <source>This proves that the bytes are the same. It does not prove that a picture shows the truth.</source>
        <translation>这只证明文件未变，不证明画面内容真实。</translation>
    </message>
    <message numerus="yes">
        <source>%n more are on other computers.</source>
        <translation>
            <numerusform>另有 %n 份在其他电脑上。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExchangeScreen</name>
    <message>
        <source>Data exchange</source>
        <translation>数据交换</translation>
    </message>
    <message>
        <source>Parts of the data exchange</source>
        <translation>数据交换的各部分</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>往来</translation>
    </message>
    <message>
        <source>What is where</source>
        <translation>送达情况</translation>
    </message>
    <message>
        <source>Computers</source>
        <translation>终端</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>分歧</translation>
    </message>
    <message>
        <source>This computer belongs to no office yet.</source>
        <translation>本机尚未加入任何局。</translation>
    </message>
    <message numerus="yes">
        <source>{bureau} {office} · %n laptop(s)</source>
        <translation>
            <numerusform>{bureau}{office} · %n 台终端</numerusform>
        </translation>
    </message>
    <message>
        <source>Belongs to {bureau} {office}</source>
        <translation>已加入{bureau}{office}</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>No party yet</source>
        <translation>尚未填写被检查对象</translation>
    </message>
    <message>
        <source>Scan of the signed page</source>
        <translation>签字页扫描件</translation>
    </message>
    <message>
        <source>On the visit as a whole</source>
        <translation>整次检查</translation>
    </message>
    <message>
        <source>Open the visit</source>
        <translation>打开检查记录</translation>
    </message>
    <message>
        <source>Only photos of this visit</source>
        <translation>只看这次检查的照片</translation>
    </message>
    <message>
        <source>The original is not on this computer.</source>
        <translation>原件不在本机。</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>原件</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>原文件名</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>{n} bytes</source>
        <translation>{n} 字节</translation>
    </message>
    <message>
        <source>chosen by a person</source>
        <translation>由人员选取</translation>
    </message>
    <message>
        <source>dropped on the window</source>
        <translation>拖入窗口</translation>
    </message>
    <message>
        <source>pasted</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>from the watched folder</source>
        <translation>来自监视文件夹</translation>
    </message>
    <message>
        <source>by the command line</source>
        <translation>命令行导入</translation>
    </message>
    <message>
        <source>scanned</source>
        <translation>扫描</translation>
    </message>
    <message>
        <source>Came in</source>
        <translation>收入时间</translation>
    </message>
    <message>
        <source>How</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>{at} (zone not named)</source>
        <translation>{at}（未注明时区）</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>拍摄时间</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Software</source>
        <translation>软件</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>像素</translation>
    </message>
    <message>
        <source>File changed</source>
        <translation>文件修改</translation>
    </message>
    <message>
        <source>What the file says of itself</source>
        <translation>文件自述</translation>
    </message>
    <message>
        <source>Claims: anybody can change them, nobody has checked them.</source>
        <translation>均为自述：可以改动，未经核实。</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Copy {name}</source>
        <translation>复制 {name}</translation>
    </message>
    <message>
        <source>Several values, see Data exchange</source>
        <translation>有两个以上的值，到「数据交换」核对</translation>
    </message>
</context>
<context>
    <name>FilePage</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Take back the last correction (Ctrl+Z)</source>
        <translation>撤销上一次更正（Ctrl+Z）</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Ctrl+E</source>
        <translation>Ctrl+E</translation>
    </message>
</context>
<context>
    <name>FillInScreen</name>
    <message>
        <source>No visit is open. Begin one, or choose one from the list.</source>
        <translation>没有打开的检查。请新建一次检查，或者从列表中选一次。</translation>
    </message>
    <message>
        <source>To the inspections</source>
        <translation>去检查记录</translation>
    </message>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation>撤销（Ctrl+Z）</translation>
    </message>
    <message>
        <source>Redo (Ctrl+Y)</source>
        <translation>重做（Ctrl+Y）</translation>
    </message>
    <message>
        <source>Nothing is missing for the next move.</source>
        <translation>下一步所需的要素已齐全。</translation>
    </message>
    <message>
        <source>Still missing</source>
        <translation>还缺什么</translation>
    </message>
    <message>
        <source>No party yet</source>
        <translation>未填当事人</translation>
    </message>
    <message>
        <source>Supplementary record to {title}, {day}</source>
        <translation>补充记录：补充{day}的{title}</translation>
    </message>
    <message>
        <source>Basics</source>
        <translation>基本情况</translation>
    </message>
    <message>
        <source>Check items</source>
        <translation>检查项</translation>
    </message>
    <message>
        <source>Words of the record</source>
        <translation>笔录内容</translation>
    </message>
    <message>
        <source>Sign and lock</source>
        <translation>签字归档</translation>
    </message>
</context>
<context>
    <name>Fingerprint</name>
    <message>
        <source>Fingerprint {digits}</source>
        <translation>指纹 {digits}</translation>
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
    <name>GoodsTable</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>商标</translation>
    </message>
    <message>
        <source>Registration no.</source>
        <translation>注册号</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批号</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Unit price (yuan)</source>
        <translation>单价（元）</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>涉案物品</translation>
    </message>
    <message>
        <source>Typed and not taken over yet: {text}</source>
        <translation>已录入、尚未记入：{text}</translation>
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
    <name>HandCopy</name>
    <message>
        <source>The paper prevails</source>
        <translation>以纸质为准</translation>
    </message>
    <message>
        <source>Corrected by hand on it</source>
        <translation>页面上的手写更正</translation>
    </message>
    <message>
        <source>Word for word what was corrected by hand with a thumbprint; empty where nothing was</source>
        <translation>照抄手写更正并捺印之处；没有更正的留空</translation>
    </message>
</context>
<context>
    <name>HandingOver</name>
    <message>
        <source>To be looked at</source>
        <translation>需要处理</translation>
    </message>
    <message>
        <source>Done last</source>
        <translation>刚才办理</translation>
    </message>
    <message numerus="yes">
        <source>The office has not got %n entry(s) of this computer beside visits, such as parties or officers</source>
        <translation>
            <numerusform>除检查外，本机还有 %n 项内容（如监管对象、执法人员）局里尚未收到</numerusform>
        </translation>
    </message>
    <message>
        <source>The office has received everything of this computer.</source>
        <translation>本机的内容局里已全部收到。</translation>
    </message>
    <message numerus="yes">
        <source>The office has not got %n visit(s) whole</source>
        <translation>
            <numerusform>有 %n 次检查局里还没有收齐</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) without a receipt.</source>
        <translation>
            <numerusform>%n 张照片没有接收回执。</numerusform>
        </translation>
    </message>
    <message>
        <source> Nothing is taken off this computer before the office has it.</source>
        <translation>局里收到之前，本机不会删除任何内容。</translation>
    </message>
    <message>
        <source>Show what is missing</source>
        <translation>看看缺什么</translation>
    </message>
    <message>
        <source>Writing to the stick</source>
        <translation>正在写入U盘</translation>
    </message>
    <message>
        <source>Stopped. No bundle was written.</source>
        <translation>已停止，没有写出数据包。</translation>
    </message>
    <message>
        <source>The photos that were copied stay on the stick; next time it goes on from there.</source>
        <translation>已复制的照片留在U盘上，下次接着写，不必重来。</translation>
    </message>
    <message>
        <source>Reading from the stick</source>
        <translation>正在读入</translation>
    </message>
    <message>
        <source>Stopped. What was read until then is kept; reading again goes on from there.</source>
        <translation>已停止。已读入的部分保留，再次读入时接着进行。</translation>
    </message>
    <message>
        <source>Choose the stick first.</source>
        <translation>请先选择U盘。</translation>
    </message>
</context>
<context>
    <name>Incidents</name>
    <message>
        <source>Incident: the journal of {name} has two different contents after number {seq}.</source>
        <translation>异常事件：“{name}”的日志在第{seq}号之后有两种不同的内容。</translation>
    </message>
    <message>
        <source>Looked at by {who}, {at:%Y-%m-%d}. {remark}</source>
        <translation>{who}已于{at:%Y-%m-%d}查看。{remark}</translation>
    </message>
    <message>
        <source>Usually a copy of its workspace was restored and used beside the original. Both branches are kept and count; what they set differently stands under “Differences”. Find out which computer wrote the second one, and stop using it. What either writes from now on goes on under a chain of its own.</source>
        <translation>多半是工作区的复制件被恢复后与原件同时使用。两支都已保留，也都算数；两边写得不同之处列在“分歧”中。请查明是哪台电脑写了另一支，并停止使用它。此后双方各自续写新的链。</translation>
    </message>
    <message>
        <source>number {seq}, last written {at:%Y-%m-%d %H:%M}</source>
        <translation>第{seq}号，最后写于{at:%Y-%m-%d %H:%M}</translation>
    </message>
    <message>
        <source>They end at: {sides}.</source>
        <translation>两支分别止于：{sides}。</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>Looked at …</source>
        <translation>已查看 …</translation>
    </message>
    <message>
        <source>Put on record. The laptops get it with the next bundle.</source>
        <translation>已登记，随下一个数据包发给各终端。</translation>
    </message>
</context>
<context>
    <name>InksPart</name>
    <message>
        <source>Signatures in ink</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>Print this version first; signatures stand on a print.</source>
        <translation>请先打印当前版本，签名签在打印件上。</translation>
    </message>
    <message>
        <source>The page says nothing of the refusal. Either write on the paper by hand “{note}”, or go back to draft, press Refuses to sign under attendance, confirm the wording, and print it again.</source>
        <translation>页面上还没有拒签的内容。可以在纸上手写“{note}”，也可以退回起草，在到场情况处选“拒签”，核对措辞后重新打印。</translation>
    </message>
    <message>
        <source>The page says nothing of the refusal. Write on the paper by hand “{note}”, and copy it beside the scan.</source>
        <translation>页面上没有拒签的内容。请在纸上手写“{note}”，并随扫描件抄录。</translation>
    </message>
    <message>
        <source>Party: {name}</source>
        <translation>当事人：{name}</translation>
    </message>
    <message>
        <source>Witness: {name}</source>
        <translation>见证人：{name}</translation>
    </message>
    <message>
        <source>Officer: {name}</source>
        <translation>检查人员：{name}</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>拒签</translation>
    </message>
    <message>
        <source>Has signed</source>
        <translation>已签</translation>
    </message>
    <message>
        <source>Noted by mistake</source>
        <translation>记错了</translation>
    </message>
    <message>
        <source>Refused to sign</source>
        <translation>拒绝签名</translation>
    </message>
    <message>
        <source>Only for what was noted by mistake: what stands on the paper is not changed by it. The journal keeps both.</source>
        <translation>只用于记错的情况：纸上的签名不因此改变，记录和撤回都留在日志里。</translation>
    </message>
    <message>
        <source>Take the note back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Has signed the print</source>
        <translation>已在打印件上签名</translation>
    </message>
    <message>
        <source>From the first signature on the record can no longer go back to draft.</source>
        <translation>有人签字以后，记录不能再退回起草。</translation>
    </message>
    <message>
        <source>Note it</source>
        <translation>记下</translation>
    </message>
</context>
<context>
    <name>InspectionsScreen</name>
    <message>
        <source>Inspections</source>
        <translation>检查记录</translation>
    </message>
    <message>
        <source>New visit</source>
        <translation>新检查</translation>
    </message>
    <message>
        <source>Party or place, in characters or initials</source>
        <translation>当事人或地点，汉字或拼音首字母</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>No visit has been made yet. Begin the first one: initials of the name, Enter, Enter.</source>
        <translation>还没有检查。开始第一次：输入名称首字母，按回车，再按回车。</translation>
    </message>
    <message>
        <source>Nothing is found by that. Try fewer letters, or another stage.</source>
        <translation>没有找到。少输几个字母，或换一个阶段试试。</translation>
    </message>
    <message>
        <source>Only the best {number} are shown. Type more of the name to find others.</source>
        <translation>只显示最相符的 {number} 条，多输几个字可以找到其他的。</translation>
    </message>
    <message>
        <source>Enter opens a visit.</source>
        <translation>回车打开选中的检查。</translation>
    </message>
</context>
<context>
    <name>ItemColumn</name>
    <message>
        <source>Check items</source>
        <translation>检查项</translation>
    </message>
</context>
<context>
    <name>ItemEditor</name>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>On {day}: {bases}</source>
        <translation>按{day}有效的规定：{bases}</translation>
    </message>
    <message>
        <source>{basis}, version {version}, in force since {since}: {gist}</source>
        <translation>{basis}（{version}，{since}起施行）：{gist}</translation>
    </message>
</context>
<context>
    <name>ItemPhotos</name>
    <message>
        <source>Photos of this item</source>
        <translation>本项照片</translation>
    </message>
    <message>
        <source>Photograph: {what}</source>
        <translation>拍照：{what}</translation>
    </message>
    <message>
        <source>pasted picture</source>
        <translation>粘贴的图片</translation>
    </message>
</context>
<context>
    <name>ItemsStep</name>
    <message>
        <source>1 nothing found   2 suspicion   3 not applicable   0 not checked   Enter: into the item and out again   Ctrl+Enter: next   ↑ ↓: move</source>
        <translation>1 未发现问题   2 发现疑点   3 不适用   0 未检查   回车：填写本项，再回车填完   Ctrl+回车：下一项   ↑ ↓：移动</translation>
    </message>
    <message>
        <source>Remove the suspicion?</source>
        <translation>删除这个疑点？</translation>
    </message>
    <message>
        <source>Its facts and its goods lines go with it; photos stay on the item. Undo brings it back.</source>
        <translation>疑点的事实和涉案物品会一并删除，照片仍留在本项下。可以撤销恢复。</translation>
    </message>
    <message>
        <source>Remove with its content</source>
        <translation>连同内容删除</translation>
    </message>
    <message>
        <source>Keep the suspicion</source>
        <translation>保留疑点</translation>
    </message>
</context>
<context>
    <name>Joining</name>
    <message>
        <source>Join an office</source>
        <translation>加入局里</translation>
    </message>
    <message>
        <source>Until then nothing can be handed over, and everything is only on this computer.</source>
        <translation>加入之前无法交换数据，所有内容只在本机。</translation>
    </message>
    <message>
        <source>Write the request</source>
        <translation>写入网申请</translation>
    </message>
    <message>
        <source>1. Choose the stick below and write the request.  2. In the office somebody approves it and compares this fingerprint.  3. Back here, choose the stick again and accept the answer.</source>
        <translation>1. 在下面选好U盘，写入网申请。 2. 带到局里，由局里核对右侧指纹并批准。 3. 回到这里再选该U盘，接受答复。</translation>
    </message>
</context>
<context>
    <name>LaptopsPage</name>
    <message>
        <source>A new laptop writes its request to a stick; choose that stick under “Hand over” to approve it.</source>
        <translation>新终端把入网申请写到U盘；在“往来”中选择该U盘，即可核对并批准。</translation>
    </message>
    <message>
        <source>These computers belong to the office. Only the office lets them in or revokes them.</source>
        <translation>在册的电脑。只有局里能批准入网或注销。</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>指纹</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>已注销</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>注销</translation>
    </message>
    <message>
        <source>For a laptop that is lost or stolen. What the office has of it stays; what it writes from now on does not count. To come back it has to be enrolled anew under a new key.</source>
        <translation>用于遗失或被盗的终端。局里已收到的内容照旧保留，此后它写的内容不再采用。找回后须换新密钥重新入网。</translation>
    </message>
    <message>
        <source>Revoke {name}?</source>
        <translation>注销“{name}”？</translation>
    </message>
    <message>
        <source>Revoked. Write a bundle for the laptops, so that they know it too.</source>
        <translation>已注销。请给各终端写一个数据包，让它们也知道。</translation>
    </message>
</context>
<context>
    <name>Large</name>
    <message>
        <source>All photos</source>
        <translation>全部照片</translation>
    </message>
    <message>
        <source>The one before (Left)</source>
        <translation>上一张（←）</translation>
    </message>
    <message>
        <source>The next one (Right)</source>
        <translation>下一张（→）</translation>
    </message>
    <message>
        <source>Printing copy</source>
        <translation>打印用副本</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Loading …</source>
        <translation>正在读取…</translation>
    </message>
</context>
<context>
    <name>LibraryScreen</name>
    <message>
        <source>Parts of the library</source>
        <translation>口袋书的各部分</translation>
    </message>
    <message>
        <source>Check numbers</source>
        <translation>号码核对</translation>
    </message>
    <message>
        <source>Standards</source>
        <translation>执行标准</translation>
    </message>
    <message>
        <source>Legal bases</source>
        <translation>法律依据</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>执法口袋书</translation>
    </message>
    <message>
        <source>Protective goods. What counts is the day on which the goods were made.</source>
        <translation>防护用品。以产品的生产日期为准。</translation>
    </message>
    <message>
        <source>Made on</source>
        <translation>生产日期</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>标准号</translation>
    </message>
    <message>
        <source>For</source>
        <translation>适用产品</translation>
    </message>
    <message>
        <source>On that day</source>
        <translation>当日状态</translation>
    </message>
    <message>
        <source>From</source>
        <translation>实施</translation>
    </message>
    <message>
        <source>To</source>
        <translation>截至</translation>
    </message>
    <message>
        <source>Makers could choose it from {day} on.</source>
        <translation>自{day}起生产者可以选用。</translation>
    </message>
    <message>
        <source>Followed by {number}.</source>
        <translation>由{number}代替。</translation>
    </message>
    <message>
        <source>Its dates were not checked in a published text.</source>
        <translation>日期未经公布文本核对（未核实）。</translation>
    </message>
    <message>
        <source>Source: {source}</source>
        <translation>来源：{source}</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>Could be chosen early</source>
        <translation>可提前选用</translation>
    </message>
    <message>
        <source>Not yet in force</source>
        <translation>尚未实施</translation>
    </message>
    <message>
        <source>Superseded</source>
        <translation>已被代替</translation>
    </message>
    <message>
        <source>Dates not known</source>
        <translation>日期不详</translation>
    </message>
    <message>
        <source>{status} (not checked)</source>
        <translation>{status}（未核实）</translation>
    </message>
    <message>
        <source>What the items of the checklists rest on, in the version of the day of the conduct; gists in our own words.</source>
        <translation>检查清单各项的依据，按行为发生之日的版本列出；要旨为归纳，以法律文本为准。</translation>
    </message>
    <message>
        <source>Conduct on</source>
        <translation>行为日期</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Gist</source>
        <translation>要旨</translation>
    </message>
    <message>
        <source>Version from</source>
        <translation>版本施行</translation>
    </message>
    <message>
        <source>{title}: nothing in force on that day</source>
        <translation>《{title}》：当日没有可适用的条文</translation>
    </message>
    <message>
        <source>The dates of this version were not checked in a published text.</source>
        <translation>该版本的施行日期未经公布文本核对（未核实）。</translation>
    </message>
    <message>
        <source>For: {items}</source>
        <translation>用于：{items}</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
</context>
<context>
    <name>LockDialog</name>
    <message>
        <source>Lock the record</source>
        <translation>锁定归档</translation>
    </message>
    <message>
        <source>Lock for good</source>
        <translation>锁定归档</translation>
    </message>
    <message>
        <source>From then on nothing of it can be changed by anybody. Each officer types the own PIN.</source>
        <translation>锁定以后任何人都不能改动其中内容。两名执法人员各自输入自己的 PIN。</translation>
    </message>
    <message>
        <source>Two officers of this visit need a key on this computer. Set a PIN under Officers.</source>
        <translation>本次检查须有两名执法人员在本机有密钥。请在“执法人员”中设置 PIN。</translation>
    </message>
    <message>
        <source>PIN of {name}</source>
        <translation>{name}的 PIN</translation>
    </message>
</context>
<context>
    <name>LookedAt</name>
    <message>
        <source>Say so when it is clear how the copy came about and that only one of the two computers is used on. What both wrote stays as it is, and the word goes to all computers with the next bundle.</source>
        <translation>请在查清复制的来由、确认两台电脑只留一台继续使用之后再登记。两边写下的内容不受影响；登记随下一个数据包发给所有电脑。</translation>
    </message>
    <message>
        <source>Looked at: a copy of {name}</source>
        <translation>已查看：“{name}”的复制件</translation>
    </message>
    <message>
        <source>Put on record</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Looked at by</source>
        <translation>查看人</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>查看结果</translation>
    </message>
    <message>
        <source>This is needed.</source>
        <translation>此项必填。</translation>
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
    <name>MarketDialog</name>
    <message>
        <source>Add a market</source>
        <translation>添加市场</translation>
    </message>
    <message>
        <source>Correct the market</source>
        <translation>更正市场信息</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Who runs it</source>
        <translation>开办者</translation>
    </message>
    <message>
        <source>This is needed.</source>
        <translation>此项必填。</translation>
    </message>
    <message>
        <source>Take a party from the list, or leave this empty.</source>
        <translation>请从列表中选取当事人，或留空。</translation>
    </message>
</context>
<context>
    <name>MarketPage</name>
    <message>
        <source>Stalls</source>
        <translation>摊位</translation>
    </message>
    <message>
        <source>No stall yet.</source>
        <translation>还没有摊位。</translation>
    </message>
    <message>
        <source>Add a stall</source>
        <translation>添加摊位</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Who runs it</source>
        <translation>开办者</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>尚未登记</translation>
    </message>
    <message>
        <source>Stall number</source>
        <translation>摊位号</translation>
    </message>
    <message>
        <source>Name on the sign</source>
        <translation>招牌名称</translation>
    </message>
    <message>
        <source>Who trades there</source>
        <translation>经营者</translation>
    </message>
</context>
<context>
    <name>Markets</name>
    <message>
        <source>Markets</source>
        <translation>市场</translation>
    </message>
    <message>
        <source>Name or initials</source>
        <translation>名称或拼音首字母</translation>
    </message>
    <message>
        <source>No market is entered yet. With its stalls it makes every visit there shorter.</source>
        <translation>还没有登记市场。登记市场和摊位后，每次去检查都能少填许多。</translation>
    </message>
    <message>
        <source>Add a market</source>
        <translation>添加市场</translation>
    </message>
    <message>
        <source>No market is found by that.</source>
        <translation>没有找到市场。</translation>
    </message>
</context>
<context>
    <name>MaskedField</name>
    <message>
        <source>Cover the number</source>
        <translation>遮住号码</translation>
    </message>
    <message>
        <source>Look at the number and change it</source>
        <translation>查看并修改号码</translation>
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
    <name>MissingWorkspace</name>
    <message>
        <source>The workspace was not found</source>
        <translation>没有找到工作区</translation>
    </message>
    <message>
        <source>The workspace “{name}” lay here:
{folder}
Its drive may not be plugged in, or its folder was moved. The program has changed nothing in it.</source>
        <translation>工作区“{name}”原来在这里：
{folder}
可能是所在的磁盘没有接上，或者文件夹被移动了。程序没有改动其中任何内容。</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>重新查找</translation>
    </message>
    <message>
        <source>Choose its folder …</source>
        <translation>选择它的文件夹…</translation>
    </message>
    <message>
        <source>Set up a new one</source>
        <translation>新建工作区</translation>
    </message>
    <message>
        <source>It is still not there.</source>
        <translation>仍然没有找到。</translation>
    </message>
    <message>
        <source>There is no workspace in {folder}.</source>
        <translation>{folder} 中没有工作区。</translation>
    </message>
    <message>
        <source>Choose the folder of the workspace</source>
        <translation>选择工作区文件夹</translation>
    </message>
</context>
<context>
    <name>Moment</name>
    <message>
        <source>Today {time}</source>
        <translation>今天 {time}</translation>
    </message>
</context>
<context>
    <name>MomentField</name>
    <message>
        <source>9:30, or 3-21 9:30</source>
        <translation>如 9:30、9点半、3-21 9:30</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Write it like 9:30 or 2026-03-21 9:30.</source>
        <translation>请写成 9:30 或 2026-03-21 9:30。</translation>
    </message>
</context>
<context>
    <name>MovesPart</name>
    <message>
        <source>Make final</source>
        <translation>定稿</translation>
    </message>
    <message>
        <source>Back to draft</source>
        <translation>退回起草</translation>
    </message>
    <message>
        <source>Lock the record</source>
        <translation>锁定归档</translation>
    </message>
    <message>
        <source>Supplementary record</source>
        <translation>补充记录</translation>
    </message>
    <message>
        <source>Not yet. These are missing:</source>
        <translation>还不能办理，缺少：</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>已锁定归档</translation>
    </message>
    <message>
        <source>Locked, broken off</source>
        <translation>锁定归档（检查中止）</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>起草</translation>
    </message>
    <message>
        <source>Read it through in the preview. What is final can be printed and signed.</source>
        <translation>请对照预览核对全文。定稿后方可打印、签字。</translation>
    </message>
    <message>
        <source>Final, to be signed</source>
        <translation>定稿待签</translation>
    </message>
    <message>
        <source>Print it, have it read or read it out, then note below who signed or refused. Until somebody has signed it can go back; the print is then superseded.</source>
        <translation>打印后交当事人核对或者向其宣读，再在下面记明谁签名、谁拒签。有人签字以前可以退回起草，重新打印后先前的打印件作废。</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>已签字</translation>
    </message>
    <message>
        <source>Both officers lock it, each with an own PIN. After that nothing in it can be changed.</source>
        <translation>由两名执法人员各用自己的 PIN 锁定。锁定后内容不能再改。</translation>
    </message>
    <message>
        <source>By {officers}, {at:%Y-%m-%d %H:%M}
Version {digest}
Corrections are records of their own.</source>
        <translation>{officers} 于 {at:%Y-%m-%d %H:%M} 锁定
版本 {digest}
需要更正的，另作补充记录。</translation>
    </message>
    <message>
        <source>{field}: typed before a break, not taken over yet</source>
        <translation>{field}：有中断前输入的草稿，尚未写入</translation>
    </message>
    <message>
        <source>{form}, version {digest}</source>
        <translation>{form}，版本 {digest}</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s), by the digests of their originals</source>
        <translation>
            <numerusform>照片 %n 张（以原始文件的摘要为准）</numerusform>
        </translation>
    </message>
    <message>
        <source>The scan of the signed page is here and stays beside the record.</source>
        <translation>签字页扫描件已回传，与记录并存。</translation>
    </message>
    <message>
        <source>The scan of the signed page is noted as to follow and can still be added.</source>
        <translation>签字页扫描件待回传，锁定后仍可补入。</translation>
    </message>
    <message>
        <source>The record is locked.</source>
        <translation>已锁定归档。</translation>
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
    <name>NewPassphrase</name>
    <message>
        <source>New passphrase</source>
        <translation>新口令</translation>
    </message>
    <message>
        <source>New passphrase again</source>
        <translation>再输一次新口令</translation>
    </message>
    <message>
        <source>It opens this computer&apos;s records, for all officers together. Four or five words that do not belong together are strong and easy to keep in mind. Write it down and keep the paper in the safe, not with the computer. Without it nobody can read the records, not even we.</source>
        <translation>口令用来打开本机的全部记录，由本机的执法人员共用。用四五个互不相干的词最牢固，也好记。请写在纸上放进保险柜，不要与电脑放在一起。没有口令，谁也读不出这些记录，软件的作者也不例外。</translation>
    </message>
    <message>
        <source>The two passphrases differ.</source>
        <translation>两次输入的口令不一致。</translation>
    </message>
</context>
<context>
    <name>NewVisit</name>
    <message>
        <source>New visit</source>
        <translation>新检查</translation>
    </message>
    <message>
        <source>Begin the visit</source>
        <translation>开始检查</translation>
    </message>
    <message>
        <source>Party, stall or market</source>
        <translation>当事人、摊位或市场</translation>
    </message>
    <message>
        <source>Initials are enough: kndyf finds 康宁大药房. Enter takes the first one.</source>
        <translation>拼音首字母即可：kndyf 可找到康宁大药房。回车选第一个。</translation>
    </message>
    <message>
        <source>Save and choose</source>
        <translation>保存并选用</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>检查表</translation>
    </message>
    <message>
        <source>Second officer</source>
        <translation>第二名执法人员</translation>
    </message>
    <message>
        <source>Not chosen yet</source>
        <translation>尚未选择</translation>
    </message>
    <message>
        <source>Nobody is signed in: enter the officers first.</source>
        <translation>无人登录：请先登记执法人员。</translation>
    </message>
    <message>
        <source>First officer: {name} {certificate}, who works now</source>
        <translation>第一名执法人员：{name} {certificate}（当前登录）</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>Next</name>
    <message>
        <source>To be continued</source>
        <translation>待继续</translation>
    </message>
    <message>
        <source>To be signed</source>
        <translation>待签字</translation>
    </message>
    <message>
        <source>Scan to come</source>
        <translation>扫描件待回传</translation>
    </message>
    <message>
        <source>To be locked</source>
        <translation>待锁定归档</translation>
    </message>
    <message>
        <source>To be delivered</source>
        <translation>待送交</translation>
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
    <name>OfficersPart</name>
    <message>
        <source>Officers</source>
        <translation>执法人员</translation>
    </message>
    <message>
        <source>Officers and certificates</source>
        <translation>执法人员和执法证</translation>
    </message>
    <message>
        <source>Certificates were shown</source>
        <translation>已出示执法证件</translation>
    </message>
    <message>
        <source>Rights were told</source>
        <translation>已告知权利</translation>
    </message>
    <message>
        <source>Tick what you did: the rights to state, to defend and to ask for recusal.</source>
        <translation>做了再勾选。权利指陈述、申辩和申请回避。</translation>
    </message>
    <message>
        <source>Officer {number}</source>
        <translation>检查人员 {number}</translation>
    </message>
    <message>
        <source>The certificate of {name} does not cover this day.</source>
        <translation>{name}的执法证不在检查当日的有效期内。</translation>
    </message>
    <message>
        <source>{name} has no key on this computer and cannot lock the record here.</source>
        <translation>{name}在本机没有密钥，不能在本机锁定归档。</translation>
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
    <name>Parties</name>
    <message>
        <source>Parties</source>
        <translation>当事人</translation>
    </message>
    <message>
        <source>Name, initials, code or phone</source>
        <translation>名称、首字母、信用代码或电话</translation>
    </message>
    <message>
        <source>No party is entered yet. Enter the first one here, or at the stall when a visit begins.</source>
        <translation>还没有登记当事人。可以在这里登记第一户，也可以在现场开始检查时登记。</translation>
    </message>
    <message>
        <source>Add a party</source>
        <translation>添加当事人</translation>
    </message>
    <message>
        <source>Nobody is found by that.</source>
        <translation>没有找到当事人。</translation>
    </message>
</context>
<context>
    <name>PartyDialog</name>
    <message>
        <source>Add a party</source>
        <translation>添加当事人</translation>
    </message>
    <message>
        <source>Correct the party</source>
        <translation>更正当事人信息</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>PartyForm</name>
    <message>
        <source>Name</source>
        <translation>名称（姓名）</translation>
    </message>
    <message>
        <source>As it stands on the licence</source>
        <translation>与证照一致</translation>
    </message>
    <message>
        <source>Unified social credit code</source>
        <translation>统一社会信用代码（注册号）</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>主体资格证照名称</translation>
    </message>
    <message>
        <source>What it is called, such as 营业执照</source>
        <translation>如：营业执照</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>住所（住址）</translation>
    </message>
    <message>
        <source>Representative or operator</source>
        <translation>法定代表人（负责人、经营者）</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>联系电话</translation>
    </message>
    <message>
        <source>Id number</source>
        <translation>身份证件号码</translation>
    </message>
    <message>
        <source>Only where the form needs it</source>
        <translation>仅在文书需要时填写</translation>
    </message>
    <message>
        <source>Other contact</source>
        <translation>其他联系方式</translation>
    </message>
    <message>
        <source>This is needed.</source>
        <translation>此项必填。</translation>
    </message>
</context>
<context>
    <name>PartyPage</name>
    <message>
        <source>New visit</source>
        <translation>新检查</translation>
    </message>
    <message>
        <source>Visits of this party</source>
        <translation>该当事人的检查</translation>
    </message>
    <message>
        <source>No visit yet.</source>
        <translation>还没有检查。</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>历次检查</translation>
    </message>
    <message>
        <source>Unified social credit code</source>
        <translation>统一社会信用代码（注册号）</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>主体资格证照名称</translation>
    </message>
    <message>
        <source>Representative or operator</source>
        <translation>法定代表人（负责人、经营者）</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>联系电话</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>住所（住址）</translation>
    </message>
    <message>
        <source>Id number</source>
        <translation>身份证件号码</translation>
    </message>
    <message>
        <source>Other contact</source>
        <translation>其他联系方式</translation>
    </message>
    <message>
        <source>Trades at</source>
        <translation>经营摊位</translation>
    </message>
</context>
<context>
    <name>PartyPart</name>
    <message>
        <source>Party</source>
        <translation>当事人</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Correct the party</source>
        <translation>修改当事人</translation>
    </message>
    <message>
        <source>Save the party</source>
        <translation>保存当事人</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Credit code</source>
        <translation>信用代码</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>住所</translation>
    </message>
    <message>
        <source>Representative</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Id number</source>
        <translation>证件号码</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message>
        <source>Change the passphrase</source>
        <translation>更改口令</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Old passphrase</source>
        <translation>原口令</translation>
    </message>
    <message>
        <source>Copies of this workspace that were made before are still opened by the old one.</source>
        <translation>此前复制出去的工作区副本仍用原口令打开。</translation>
    </message>
    <message>
        <source>This is needed.</source>
        <translation>此项必填。</translation>
    </message>
</context>
<context>
    <name>PdfPreview</name>
    <message>
        <source>Previous page</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>Smaller (Ctrl+-)</source>
        <translation>缩小（Ctrl+-）</translation>
    </message>
    <message>
        <source>As wide as the window (Ctrl+0)</source>
        <translation>适合宽度（Ctrl+0）</translation>
    </message>
    <message>
        <source>Larger (Ctrl++)</source>
        <translation>放大（Ctrl++）</translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>第 {page} 页，共 {pages} 页</translation>
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
    <name>PrintsPart</name>
    <message>
        <source>Prints</source>
        <translation>打印件</translation>
    </message>
    <message>
        <source>Nothing was printed yet.</source>
        <translation>还没有打印过。</translation>
    </message>
    <message>
        <source>Superseded</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>须重新打印</translation>
    </message>
    <message>
        <source>Signed version</source>
        <translation>签字版本</translation>
    </message>
    <message>
        <source>To be signed</source>
        <translation>待签字</translation>
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
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>查找范围(&amp;L)：</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>文件类型(&amp;T)：</translation>
    </message>
</context>
<context>
    <name>RecoverDialog</name>
    <message>
        <source>Nobody can find out a passphrase. The recovery key of the office, which two custodians keep on paper or in a file, opens the records of a computer that belongs to the office, and gives it a new passphrase.</source>
        <translation>口令无法找回。局里的恢复密钥（由两人分别保管，打印在纸上或存成文件）可以打开本局电脑里的记录，并设定新的口令。</translation>
    </message>
    <message>
        <source>Forgot the passphrase?</source>
        <translation>忘记口令？</translation>
    </message>
    <message>
        <source>Open with the key</source>
        <translation>用密钥打开</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>恢复密钥</translation>
    </message>
    <message>
        <source>Read from a file …</source>
        <translation>从文件读取 …</translation>
    </message>
    <message>
        <source>It opens data and never signs: afterwards the computer belongs to no office until it is enrolled anew, and each officer sets a new PIN. An office that is opened so can be read, and no longer answers for its laptops. Everything that was recorded stays as it is.</source>
        <translation>恢复密钥只能打开数据，不能签名：之后本机不属于任何局，须重新入网登记，每位执法人员须重新设定 PIN。局里的电脑这样打开后只能查看，不能再为各终端签发。已有的记录全部照原样保留。</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>这个文件读不出来。</translation>
    </message>
    <message>
        <source>There is no recovery key in this file.</source>
        <translation>这个文件里没有恢复密钥。</translation>
    </message>
    <message>
        <source>This is needed.</source>
        <translation>此项必填。</translation>
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
        <source>Print the key or save it first.</source>
        <translation>请先打印或保存密钥。</translation>
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
    <message>
        <source>The key went to the printer.</source>
        <translation>密钥已送打印机。</translation>
    </message>
    <message>
        <source>Saved as {file}.</source>
        <translation>已保存为 {file}。</translation>
    </message>
    <message>
        <source>Close without the recovery key?</source>
        <translation>不保存恢复密钥就关闭吗？</translation>
    </message>
    <message>
        <source>It is stored nowhere and cannot be shown again. When the passphrase is lost then, nobody can read the records of this office.</source>
        <translation>恢复密钥不存放在任何地方，以后无法再显示。届时若忘记口令，谁也读不出本局的记录。</translation>
    </message>
    <message>
        <source>Close without the key</source>
        <translation>不要密钥，关闭</translation>
    </message>
    <message>
        <source>Keep the key first</source>
        <translation>先保存密钥</translation>
    </message>
</context>
<context>
    <name>RefusalDialog</name>
    <message>
        <source>The page says nothing of the refusal. Both officers write it on the paper by hand and sign below; a recording shows it. While nobody has signed, the record can go back to draft instead and be printed with it.</source>
        <translation>页面上没有拒签的内容。请两名执法人员手写在纸上并签名，另以录像证明。还没有人签字时，也可以退回起草，写明拒签后重新打印。</translation>
    </message>
    <message>
        <source>Note it</source>
        <translation>记明</translation>
    </message>
    <message>
        <source>What is written on the paper</source>
        <translation>手写在纸上的内容</translation>
    </message>
    <message>
        <source>Give the reason that was named, or that none was.</source>
        <translation>写明当事人说的理由；没有说明的，写“未说明”。</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>录像</translation>
    </message>
    <message>
        <source>Device, file and time of the recording</source>
        <translation>设备、文件和时间</translation>
    </message>
    <message>
        <source>This is needed.</source>
        <translation>此项必填。</translation>
    </message>
</context>
<context>
    <name>RegistryScreen</name>
    <message>
        <source>Registry</source>
        <translation>监管对象</translation>
    </message>
    <message>
        <source>One file for each party, entered once; every form takes it from here.</source>
        <translation>一户一档：登记一次，各种文书都从这里取用。</translation>
    </message>
    <message>
        <source>Parties</source>
        <translation>当事人</translation>
    </message>
    <message>
        <source>Markets and stalls</source>
        <translation>市场和摊位</translation>
    </message>
    <message>
        <source>Add a party</source>
        <translation>添加当事人</translation>
    </message>
    <message>
        <source>Add a market</source>
        <translation>添加市场</translation>
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
    <name>Rules</name>
    <message>
        <source>A PIN has at least {minimum} digits, not all the same.</source>
        <translation>PIN 至少 {minimum} 位，且不能各位相同。</translation>
    </message>
    <message>
        <source>At least {minimum} characters.</source>
        <translation>口令至少 {minimum} 个字符。</translation>
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
    <name>ScansPart</name>
    <message>
        <source>Scan of the signed page</source>
        <translation>签字页扫描件</translation>
    </message>
    <message>
        <source>Add the scan</source>
        <translation>添加扫描件</translation>
    </message>
    <message>
        <source>Choose files, or drop them here</source>
        <translation>选择文件，或者拖放到这里</translation>
    </message>
    <message>
        <source>Follows later</source>
        <translation>待回传</translation>
    </message>
    <message>
        <source>Scans</source>
        <translation>扫描件</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
    <message>
        <source>The scan was added and is kept unchanged.</source>
        <translation>扫描件已添加，原样保存。</translation>
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
    <name>Section</name>
    <message>
        <source>All {number}</source>
        <translation>全部 {number}</translation>
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
        <source>Change the passphrase …</source>
        <translation>更改口令…</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>The passphrase was changed. It counts from now on.</source>
        <translation>口令已更改，即刻生效。</translation>
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
    <message numerus="yes">
        <source>%n place(s) to mend</source>
        <translation>
            <numerusform>还有 %n 处需要补正</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SheetPanel</name>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>This page only</source>
        <translation>只打本页</translation>
    </message>
    <message>
        <source>Prints the page in sight anew, as one that was spoiled</source>
        <translation>单独重打当前这一页，如打坏、污损时</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>另存为 PDF</translation>
    </message>
    <message>
        <source>A draft. It can be printed once it is final.</source>
        <translation>尚在起草，定稿后可以打印。</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>正在打印</translation>
    </message>
    <message>
        <source>The pages went to the printer.</source>
        <translation>已送打印机。</translation>
    </message>
    <message>
        <source>Saved as {file}.</source>
        <translation>已存为 {file}。</translation>
    </message>
</context>
<context>
    <name>SheetTabs</name>
    <message>
        <source>Document</source>
        <translation>文书</translation>
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
    <name>Side</name>
    <message>
        <source>Saved. Locked records keep what they say.</source>
        <translation>已保存。锁定归档的记录不受影响。</translation>
    </message>
    <message>
        <source>It was added.</source>
        <translation>已添加。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>The last change was taken back.</source>
        <translation>已撤销上一步改动。</translation>
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
    <name>SiteFactsPart</name>
    <message>
        <source>Facts on site</source>
        <translation>现场情况</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Compose again</source>
        <translation>恢复自动生成</translation>
    </message>
    <message>
        <source>Drops your text; Ctrl+Z brings it back</source>
        <translation>放弃手写的文字，Ctrl+Z 可以找回</translation>
    </message>
    <message>
        <source>What the answers say now</source>
        <translation>现在按答案生成的文字</translation>
    </message>
    <message>
        <source>What was seen, counted and said. Conclusions and offences belong into other papers.</source>
        <translation>只写看到、清点到、听到的。结论和定性写在别的文书里。</translation>
    </message>
    <message>
        <source>Own text</source>
        <translation>已改写</translation>
    </message>
    <message>
        <source>Composed from the answers</source>
        <translation>按答案自动生成</translation>
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
    <name>StallDialog</name>
    <message>
        <source>Correct the stall</source>
        <translation>更正摊位信息</translation>
    </message>
    <message>
        <source>Add a stall</source>
        <translation>添加摊位</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Stall number</source>
        <translation>摊位号</translation>
    </message>
    <message>
        <source>Name on the sign</source>
        <translation>招牌名称</translation>
    </message>
    <message>
        <source>Who trades there</source>
        <translation>经营者</translation>
    </message>
    <message>
        <source>May stay empty until it is known</source>
        <translation>尚不清楚的可以留空</translation>
    </message>
    <message>
        <source>This is needed.</source>
        <translation>此项必填。</translation>
    </message>
    <message>
        <source>Take a party from the list, or leave this empty.</source>
        <translation>请从列表中选取当事人，或留空。</translation>
    </message>
</context>
<context>
    <name>StickCard</name>
    <message>
        <source>Stick or shared folder</source>
        <translation>U盘或共享文件夹</translation>
    </message>
    <message>
        <source>Everything on it is encrypted and signed.</source>
        <translation>写到上面的内容都经加密和签名。</translation>
    </message>
    <message>
        <source>Put the stick in and choose it</source>
        <translation>请插入U盘并选择</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>重新查看</translation>
    </message>
    <message>
        <source>Write to the laptops</source>
        <translation>写给各终端</translation>
    </message>
    <message>
        <source>Write for the office</source>
        <translation>写给局里</translation>
    </message>
    <message>
        <source>Read what is here</source>
        <translation>读入数据包</translation>
    </message>
    <message>
        <source>{size} free</source>
        <translation>可用 {size}</translation>
    </message>
    <message>
        <source>Answer of {bureau} {office}</source>
        <translation>{bureau}{office}的答复</translation>
    </message>
    <message>
        <source>Compare and join</source>
        <translation>核对并加入</translation>
    </message>
    <message>
        <source>{sender}, written {at:%Y-%m-%d %H:%M}: {photos} photos, {size}</source>
        <translation>{sender}，{at:%Y-%m-%d %H:%M} 写出：{photos} 张照片，{size}</translation>
    </message>
    <message numerus="yes">
        <source>%n bundle(s) read before</source>
        <translation>
            <numerusform>已读入过 %n 个数据包</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bundle(s) for other computers</source>
        <translation>
            <numerusform>给其他电脑的 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing for this computer is here yet.</source>
        <translation>这里还没有给本机的数据包。</translation>
    </message>
    <message>
        <source>{name} asks to join</source>
        <translation>{name}申请入网</translation>
    </message>
    <message>
        <source>Compare and approve</source>
        <translation>核对并批准</translation>
    </message>
</context>
<context>
    <name>SubjectCard</name>
    <message>
        <source>Enter the party</source>
        <translation>登记当事人</translation>
    </message>
    <message>
        <source>Who trades here is not entered yet. The visit can begin without it.</source>
        <translation>这里的经营者尚未登记，可以先开始检查。</translation>
    </message>
    <message>
        <source>Last visit {day}, {place}</source>
        <translation>上次检查：{day}，{place}</translation>
    </message>
    <message>
        <source>Not visited from this computer yet.</source>
        <translation>本机没有检查记录。</translation>
    </message>
</context>
<context>
    <name>SuspicionPanel</name>
    <message>
        <source>Suspicion</source>
        <translation>疑点</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>事实</translation>
    </message>
    <message>
        <source>What was seen, in plain words: where, what, how many. No conclusions.</source>
        <translation>写看到的事实：何处、何物、多少，不写结论。</translation>
    </message>
    <message>
        <source>Add goods</source>
        <translation>添加涉案物品</translation>
    </message>
    <message>
        <source>What the product card says is filled in</source>
        <translation>产品卡片上已有的内容会自动带入</translation>
    </message>
    <message>
        <source>Remove line</source>
        <translation>删除本行</translation>
    </message>
</context>
<context>
    <name>Telling</name>
    <message>
        <source>Written, read back and verified. The stick can be pulled out.</source>
        <translation>已写入，回读校验一致，可以拔出U盘。</translation>
    </message>
    <message>
        <source>Written. This system cannot read it back past its memory, so it is not verified: eject the stick before you pull it out.</source>
        <translation>已写入。本系统无法越过缓存回读，所以没有校验：请先弹出，再拔出U盘。</translation>
    </message>
    <message numerus="yes">
        <source>%n bundle(s) had been read before</source>
        <translation>
            <numerusform>另有 %n 个数据包以前已读入</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) are named and did not come along.</source>
        <translation>
            <numerusform>有 %n 张照片列在数据包里，但没有随同送来。</numerusform>
        </translation>
    </message>
    <message>
        <source>The laptop keeps them until a receipt names them.</source>
        <translation>在回执列明之前，终端会一直保留。</translation>
    </message>
    <message>
        <source>There was nothing new here.</source>
        <translation>没有新内容。</translation>
    </message>
    <message>
        <source>{name} up to number {seq}</source>
        <translation>{name}到第 {seq} 号为止</translation>
    </message>
    <message>
        <source>{file} waits for an earlier bundle.</source>
        <translation>{file} 在等更早的数据包。</translation>
    </message>
    <message>
        <source>Needed first: {needs}. Bring that stick, or have it written anew. Nothing is lost.</source>
        <translation>须先读入：{needs}。请取来那只U盘，或请对方重新写出。内容没有丢失。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>{name}: {new} changes read, {known} were known</source>
        <translation>{name}：读入 {new} 次改动，{known} 次已有</translation>
    </message>
    <message>
        <source>Reconciliation: {n} of {all} chains do not end as the sender says.</source>
        <translation>对账：{all} 条链中有 {n} 条的末尾与对方不一致。</translation>
    </message>
    <message>
        <source>Reconciliation: all {all} chains end exactly as the sender says.</source>
        <translation>对账：{all} 条链的末尾都与对方一致。</translation>
    </message>
    <message>
        <source>Incident: the journal of {name} has two different contents from number {seq} on.</source>
        <translation>异常事件：“{name}”的日志从第{seq}号起有两种不同的内容。</translation>
    </message>
    <message>
        <source>Both branches are kept. It stands above under “To be looked at”.</source>
        <translation>两支都已保留，详见上方“需要处理”。</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n 份记录</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>%n 张照片</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s)</source>
        <translation>
            <numerusform>%n 次检查</numerusform>
        </translation>
    </message>
    <message>
        <source>Newly receipted: {counted}</source>
        <translation>本次出具回执：{counted}</translation>
    </message>
    <message>
        <source>The stick cannot be written to. The receipts lie in {folder}: take them from there.</source>
        <translation>U盘写不进去，接收回执放在 {folder}，请从那里取走。</translation>
    </message>
    <message>
        <source>Receipts are written to the stick. Bring it back to {names}.</source>
        <translation>接收回执已写到U盘，请带回：{names}。</translation>
    </message>
</context>
<context>
    <name>TimesPart</name>
    <message>
        <source>Time and subject</source>
        <translation>时间与事由</translation>
    </message>
    <message>
        <source>Began at</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Ended at</source>
        <translation>结束时间</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>检查事由</translation>
    </message>
</context>
<context>
    <name>TodayScreen</name>
    <message>
        <source>Today</source>
        <translation>今日待办</translation>
    </message>
    <message>
        <source>New visit</source>
        <translation>新检查</translation>
    </message>
    <message>
        <source>Go on where you stopped</source>
        <translation>接着上次做</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>起草中</translation>
    </message>
    <message>
        <source>Final, waiting for signatures</source>
        <translation>定稿待签</translation>
    </message>
    <message>
        <source>Signed, waiting for the scan or the lock</source>
        <translation>已签字，待扫描件回传或锁定归档</translation>
    </message>
    <message>
        <source>Locked, not yet received by the office</source>
        <translation>已锁定归档，局里尚未收到</translation>
    </message>
    <message>
        <source>Deliver</source>
        <translation>去送交</translation>
    </message>
    <message>
        <source>Came in last</source>
        <translation>最近收到</translation>
    </message>
    <message>
        <source>Data exchange</source>
        <translation>数据交换</translation>
    </message>
    <message>
        <source>To be compared</source>
        <translation>待核对</translation>
    </message>
    <message>
        <source>Certificates that end</source>
        <translation>执法证即将到期</translation>
    </message>
    <message>
        <source>Officers</source>
        <translation>执法人员</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) with several values</source>
        <translation>
            <numerusform>%n 处填写不一致</numerusform>
        </translation>
    </message>
    <message>
        <source>All values are kept until somebody decides.</source>
        <translation>各值都已保留，等人核对后确定。</translation>
    </message>
    <message>
        <source>No visit has been made yet. Begin the first one: initials of the name, Enter, Enter.</source>
        <translation>还没有检查。开始第一次：输入名称首字母，按回车，再按回车。</translation>
    </message>
    <message>
        <source>Nothing waits.</source>
        <translation>没有待办。</translation>
    </message>
    <message>
        <source>Nothing waits. Everything is locked and received.</source>
        <translation>没有待办。全部已锁定归档，局里都已收到。</translation>
    </message>
    <message>
        <source>Nothing has come in yet. Let the first laptop in, then import what it brings.</source>
        <translation>还没有收到数据。先批准第一台执法终端加入，再导入它带来的数据包。</translation>
    </message>
</context>
<context>
    <name>Unlock</name>
    <message>
        <source>Bringing the data up to date</source>
        <translation>正在整理数据</translation>
    </message>
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
        <source>Forgot the passphrase?</source>
        <translation>忘记口令？</translation>
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
        <source>Opened under the new passphrase. This computer belongs to no office now: write the request under “Data exchange”, and have each officer set a new PIN.</source>
        <translation>已用新口令打开。本机现在不属于任何局：请在“数据交换”中写出入网申请，并请每位执法人员重新设定 PIN。</translation>
    </message>
    <message>
        <source>Opening …</source>
        <translation>正在打开…</translation>
    </message>
</context>
<context>
    <name>Values</name>
    <message>
        <source>Changed {field} to “{value}”</source>
        <translation>把“{field}”改为“{value}”</translation>
    </message>
    <message>
        <source>Removed it</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Kept it</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>{n} entries</source>
        <translation>{n} 项</translation>
    </message>
</context>
<context>
    <name>VerdictCard</name>
    <message>
        <source>Copy the sentence</source>
        <translation>复制这段话</translation>
    </message>
</context>
<context>
    <name>VisitColumns</name>
    <message>
        <source>Not entered yet</source>
        <translation>尚未登记</translation>
    </message>
    <message>
        <source>Party</source>
        <translation>当事人</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>送达</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Officers</source>
        <translation>执法人员</translation>
    </message>
    <message>
        <source>Suspicions</source>
        <translation>疑点</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Supplementary record</source>
        <translation>补充记录</translation>
    </message>
</context>
<context>
    <name>VisitEntry</name>
    <message>
        <source>Party not entered yet</source>
        <translation>当事人尚未登记</translation>
    </message>
    <message numerus="yes">
        <source>%n suspicion(s)</source>
        <translation>
            <numerusform>疑点 %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Watching</name>
    <message>
        <source>Watch a folder for photos</source>
        <translation>选择要监视的照片文件夹</translation>
    </message>
    <message>
        <source>Watching {folder}</source>
        <translation>正在监视 {folder}</translation>
    </message>
    <message>
        <source>Watch a folder</source>
        <translation>监视文件夹</translation>
    </message>
</context>
<context>
    <name>WhereaboutsPage</name>
    <message>
        <source>Which visits</source>
        <translation>显示哪些检查</translation>
    </message>
    <message>
        <source>Photos missing here</source>
        <translation>照片没有到齐的</translation>
    </message>
    <message>
        <source>Not yet received whole</source>
        <translation>局里还没有收齐的</translation>
    </message>
    <message>
        <source>All visits</source>
        <translation>全部检查</translation>
    </message>
    <message>
        <source>Visits and where they are</source>
        <translation>各次检查的送达情况</translation>
    </message>
    <message>
        <source>A record counts as received when the office&apos;s receipt names it and every photo.</source>
        <translation>局里的接收回执列明记录和每张照片，才算“局里已收到”。</translation>
    </message>
    <message>
        <source>Every photo of every visit that was read in is here.</source>
        <translation>读入的检查，照片都到齐了。</translation>
    </message>
    <message>
        <source>No visit of this computer waits for the office.</source>
        <translation>本机没有局里尚未收到的检查。</translation>
    </message>
    <message>
        <source>Party</source>
        <translation>被检查对象</translation>
    </message>
    <message>
        <source>No party yet</source>
        <translation>尚未填写被检查对象</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Another computer</source>
        <translation>其他电脑</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>All {n} received</source>
        <translation>{n} 张均已收到</translation>
    </message>
    <message>
        <source>{n} photos</source>
        <translation>{n} 张</translation>
    </message>
    <message>
        <source>{n} of {all} missing</source>
        <translation>缺 {n} 张（共 {all} 张）</translation>
    </message>
</context>
<context>
    <name>WhereaboutsPart</name>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Market or stall</source>
        <translation>市场、摊位</translation>
    </message>
    <message>
        <source>Number, name or market; empty outside of markets</source>
        <translation>摊位号、招牌或市场，不在市场的不填</translation>
    </message>
    <message>
        <source>Not in a market</source>
        <translation>不在市场内</translation>
    </message>
    <message>
        <source>Place of the inspection</source>
        <translation>检查地点</translation>
    </message>
    <message>
        <source>Filled in from party or stall until you change it</source>
        <translation>按当事人或摊位自动填写，可以修改</translation>
    </message>
</context>
<context>
    <name>WordsStep</name>
    <message>
        <source>Notice to attend</source>
        <translation>通知到场</translation>
    </message>
    <message>
        <source>Offered by the buttons on attendance; say here how it really was.</source>
        <translation>由到场情况的按钮给出备选表述，请按实际情况核改。</translation>
    </message>
    <message>
        <source>How the party was asked to attend</source>
        <translation>通知当事人到场情况</translation>
    </message>
    <message>
        <source>Said to the party</source>
        <translation>现场告知</translation>
    </message>
    <message>
        <source>The party on the certificates</source>
        <translation>当事人对证件的答复</translation>
    </message>
    <message>
        <source>The party on its rights and recusal</source>
        <translation>当事人对权利、回避的答复</translation>
    </message>
    <message>
        <source>Coercive measure</source>
        <translation>行政强制措施</translation>
    </message>
    <message>
        <source>Only if one is taken on the spot: reasons, basis, rights and remedies as they were told.</source>
        <translation>只在当场采取时填写：告知的理由、依据、权利和救济途径。</translation>
    </message>
    <message>
        <source>Notice given on the spot</source>
        <translation>当场告知</translation>
    </message>
    <message>
        <source>Statement and defence</source>
        <translation>陈述和申辩</translation>
    </message>
    <message>
        <source>What the party states</source>
        <translation>当事人的陈述和申辩</translation>
    </message>
    <message>
        <source>In the party&apos;s own words. Left empty, the page keeps room to write by hand.</source>
        <translation>照当事人原话录入。不填，打印时留出空行由其手写。</translation>
    </message>
    <message>
        <source>At the end</source>
        <translation>核对</translation>
    </message>
    <message>
        <source>The party on the record</source>
        <translation>当事人核对意见</translation>
    </message>
    <message>
        <source>Witness</source>
        <translation>见证人</translation>
    </message>
    <message>
        <source>Only if there is one.</source>
        <translation>有见证人时填写。</translation>
    </message>
    <message>
        <source>Name of the witness</source>
        <translation>见证人姓名</translation>
    </message>
    <message>
        <source>Phone of the witness</source>
        <translation>见证人电话</translation>
    </message>
    <message>
        <source>Unit or address of the witness</source>
        <translation>见证人单位或者住址</translation>
    </message>
</context>
<context>
    <name>_KnownLine</name>
    <message>
        <source>Take this one</source>
        <translation>直接选用</translation>
    </message>
    <message>
        <source>{name} is registered under this code already.</source>
        <translation>该代码已登记在“{name}”名下。</translation>
    </message>
</context>
</TS>
