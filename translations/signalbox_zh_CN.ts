<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AccountDialogs</name>
    <message>
        <source>sees everything, changes nothing</source>
        <comment>what a role may do</comment>
        <translation>可查看全部，不可更改</translation>
    </message>
    <message>
        <source>releases, rollouts, terminals and nodes</source>
        <comment>what a role may do</comment>
        <translation>发行版、推送任务、终端和节点</translation>
    </message>
    <message>
        <source>approves and refuses releases</source>
        <comment>what a role may do</comment>
        <translation>批准或驳回发行版</translation>
    </message>
    <message>
        <source>everything, accounts and settings too</source>
        <comment>what a role may do</comment>
        <translation>全部，包括账户和设置</translation>
    </message>
    <message>
        <source>A password has at least %1 characters</source>
        <comment>settings</comment>
        <translation>密码至少 %1 个字符</translation>
    </message>
    <message>
        <source>The two passwords are not the same</source>
        <comment>settings</comment>
        <translation>两次输入的密码不一致</translation>
    </message>
    <message>
        <source>Role</source>
        <comment>settings</comment>
        <translation>角色</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>a role, what it may do</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>New account</source>
        <comment>dialog</comment>
        <translation>新建账户</translation>
    </message>
    <message>
        <source>&amp;Make the account</source>
        <comment>button</comment>
        <translation>创建账户(&amp;M)</translation>
    </message>
    <message>
        <source>Name</source>
        <comment>settings</comment>
        <translation>名称</translation>
    </message>
    <message>
        <source>First password</source>
        <comment>settings</comment>
        <translation>初始密码</translation>
    </message>
    <message>
        <source>Once more</source>
        <comment>settings, a password</comment>
        <translation>再次输入</translation>
    </message>
    <message>
        <source>Tell it the person by another way; they change it under Settings, Profile.</source>
        <comment>dialog</comment>
        <translation>请通过其他途径告知本人；可在“设置”的“个人资料”中更改。</translation>
    </message>
    <message>
        <source>A name must be there</source>
        <comment>settings</comment>
        <translation>必须填写名称</translation>
    </message>
    <message>
        <source>Role of %1</source>
        <comment>dialog</comment>
        <translation>%1 的角色</translation>
    </message>
    <message>
        <source>&amp;Give the role</source>
        <comment>button</comment>
        <translation>授予角色(&amp;G)</translation>
    </message>
    <message>
        <source>It holds from the next log-in; the sessions of now are ended.</source>
        <comment>dialog</comment>
        <translation>下次登录起生效；当前会话将被结束。</translation>
    </message>
    <message>
        <source>Password of %1</source>
        <comment>dialog</comment>
        <translation>%1 的密码</translation>
    </message>
    <message>
        <source>&amp;Set the password</source>
        <comment>button</comment>
        <translation>设置密码(&amp;S)</translation>
    </message>
    <message>
        <source>New password</source>
        <comment>settings</comment>
        <translation>新密码</translation>
    </message>
    <message>
        <source>Their sessions are ended.</source>
        <comment>dialog</comment>
        <translation>其会话将被结束。</translation>
    </message>
    <message>
        <source>New API token</source>
        <comment>dialog</comment>
        <translation>新建 API 令牌</translation>
    </message>
    <message>
        <source>&amp;Make the token</source>
        <comment>button</comment>
        <translation>生成令牌(&amp;M)</translation>
    </message>
    <message>
        <source>which program it is for</source>
        <comment>settings, a token</comment>
        <translation>供哪个程序使用</translation>
    </message>
    <message>
        <source>Valid for</source>
        <comment>settings</comment>
        <translation>有效期</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <comment>settings, how long a token is valid</comment>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>no end</source>
        <comment>settings, how long a token is valid</comment>
        <translation>无期限</translation>
    </message>
    <message>
        <source>The token “%1”</source>
        <comment>dialog</comment>
        <translation>令牌“%1”</translation>
    </message>
    <message>
        <source>It is shown only here and only now. Whoever has it may do what its role may: keep it as you keep a password.</source>
        <comment>dialog</comment>
        <translation>仅在此处显示这一次。持有它的人即拥有其角色的权限：请像密码一样保管。</translation>
    </message>
</context>
<context>
    <name>AuditModel</name>
    <message>
        <source>When</source>
        <comment>column</comment>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <comment>column</comment>
        <translation>操作者</translation>
    </message>
    <message>
        <source>What</source>
        <comment>column</comment>
        <translation>操作</translation>
    </message>
    <message>
        <source>About</source>
        <comment>column</comment>
        <translation>对象</translation>
    </message>
    <message>
        <source>Details</source>
        <comment>column</comment>
        <translation>详细信息</translation>
    </message>
</context>
<context>
    <name>Controls</name>
    <message>
        <source>Confirmation</source>
        <comment>of a question</comment>
        <translation>确认</translation>
    </message>
    <message>
        <source>Type %1 to go on</source>
        <comment>confirmation</comment>
        <translation>输入 %1 以继续</translation>
    </message>
</context>
<context>
    <name>Csv</name>
    <message>
        <source>Tables (*.csv)</source>
        <comment>dialog</comment>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <comment>dialog</comment>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>The file was not written</source>
        <comment>error</comment>
        <translation>未能写入文件</translation>
    </message>
</context>
<context>
    <name>DisplayText</name>
    <message>
        <source>%1 %</source>
        <comment>percentage</comment>
        <translation>%1%</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>duration</comment>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>duration</comment>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h</source>
        <comment>duration</comment>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 %2 min</source>
        <comment>duration, hours first</comment>
        <translation>%1 %2 分钟</translation>
    </message>
    <message>
        <source>%1 d</source>
        <comment>duration in days</comment>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>%1 UTC</source>
        <comment>time</comment>
        <translation>%1 UTC</translation>
    </message>
    <message>
        <source>in %1</source>
        <comment>time until</comment>
        <translation>%1后</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <comment>time since</comment>
        <translation>%1前</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>A bug in Signalbox: nothing was answered.</source>
        <translation>Signalbox 出现程序错误：没有应答。</translation>
    </message>
    <message>
        <source>Something in what was entered is not written as it must be.</source>
        <translation>输入内容的格式不正确。</translation>
    </message>
    <message>
        <source>That is larger than what is allowed.</source>
        <translation>超出允许的大小。</translation>
    </message>
    <message>
        <source>It is not there, or not any more.</source>
        <translation>它不存在，或已不存在。</translation>
    </message>
    <message>
        <source>There is one of that name already.</source>
        <translation>已存在同名项。</translation>
    </message>
    <message>
        <source>A value is not one that is possible here.</source>
        <translation>某个值在此处无效。</translation>
    </message>
    <message>
        <source>That cannot be done in the state it is in now.</source>
        <translation>当前状态下无法执行此操作。</translation>
    </message>
    <message>
        <source>The manager did not answer in time. Try again.</source>
        <translation>管理器未及时应答。请重试。</translation>
    </message>
    <message>
        <source>It was cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>Your role does not allow that. Ask an administrator of this manager.</source>
        <translation>您的角色不允许此操作。请联系该管理器的管理员。</translation>
    </message>
    <message>
        <source>The manager is busy. Try again in a moment.</source>
        <translation>管理器繁忙。请稍后重试。</translation>
    </message>
    <message>
        <source>Data does not verify: it was changed or damaged on the way.</source>
        <translation>数据校验失败：数据在传输途中被更改或损坏。</translation>
    </message>
    <message>
        <source>This version of the manager does not support that.</source>
        <translation>该版本的管理器不支持此功能。</translation>
    </message>
    <message>
        <source>A program that was started for it failed.</source>
        <translation>为此启动的程序执行失败。</translation>
    </message>
    <message>
        <source>The manager cannot be reached. Is it running, and is the network there?</source>
        <translation>无法连接管理器。它在运行吗？网络是否可用？</translation>
    </message>
    <message>
        <source>The certificate is not the manager&apos;s. Nothing was sent. Someone may be in between, or the manager was set up anew: compare its fingerprint and connect again.</source>
        <translation>该证书不是管理器的证书。未发送任何内容。中间可能有人，或者管理器已重新安装：请比对其指纹后重新连接。</translation>
    </message>
    <message>
        <source>The manager answered what this console does not understand. Are both of the same version?</source>
        <translation>控制台无法理解管理器的应答。两者的版本是否相同？</translation>
    </message>
</context>
<context>
    <name>GroupRollBack</name>
    <message>
        <source>Roll back a group</source>
        <comment>dialog</comment>
        <translation>回滚一组终端</translation>
    </message>
    <message>
        <source>&amp;Plan the roll-back</source>
        <comment>button</comment>
        <translation>计划回滚(&amp;P)</translation>
    </message>
    <message numerus="yes">
        <source>%n terminal(s) go back to an older release.</source>
        <comment>roll back a group</comment>
        <translation>
            <numerusform>%n 台终端将退回较旧的发行版。</numerusform>
        </translation>
    </message>
    <message>
        <source>They are those on which “%1” came out as “%2”. This plans a rollout of its own; nothing happens before you start it.</source>
        <comment>roll back a group: rollout, cause</comment>
        <translation>即“%1”在其上以“%2”告终的终端。这会计划一个单独的推送任务；在您启动它之前什么都不会发生。</translation>
    </message>
    <message>
        <source>Back to</source>
        <comment>roll back a group</comment>
        <translation>退回到</translation>
    </message>
    <message>
        <source>&amp;Back to</source>
        <comment>roll back a group</comment>
        <translation>退回到(&amp;B)</translation>
    </message>
    <message>
        <source>There is no older release that was approved</source>
        <comment>roll back a group</comment>
        <translation>没有已批准的较旧发行版</translation>
    </message>
</context>
<context>
    <name>NodeModel</name>
    <message>
        <source>Node</source>
        <comment>column</comment>
        <translation>节点</translation>
    </message>
    <message>
        <source>Cluster</source>
        <comment>column</comment>
        <translation>集群</translation>
    </message>
    <message>
        <source>Contact</source>
        <comment>column</comment>
        <translation>联系</translation>
    </message>
    <message>
        <source>Copies</source>
        <comment>column</comment>
        <translation>副本</translation>
    </message>
    <message>
        <source>Address</source>
        <comment>column</comment>
        <translation>地址</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <comment>contact of a node</comment>
        <translation>尚不清楚</translation>
    </message>
    <message>
        <source>Online</source>
        <comment>contact of a node</comment>
        <translation>在线</translation>
    </message>
    <message>
        <source>Offline</source>
        <comment>contact of a node</comment>
        <translation>离线</translation>
    </message>
    <message>
        <source>Nothing to hold</source>
        <comment>copies of a node</comment>
        <translation>无需保存</translation>
    </message>
    <message>
        <source>All %1 proven</source>
        <comment>copies of a node</comment>
        <translation>全部 %1 份已验证</translation>
    </message>
    <message>
        <source>%1 of %2 proven</source>
        <comment>copies of a node</comment>
        <translation>已验证 %1 / %2</translation>
    </message>
</context>
<context>
    <name>PendingModel</name>
    <message>
        <source>Id</source>
        <comment>column, a terminal&apos;s DDI identity</comment>
        <translation>标识</translation>
    </message>
    <message>
        <source>Name</source>
        <comment>column</comment>
        <translation>名称</translation>
    </message>
    <message>
        <source>Platform</source>
        <comment>column</comment>
        <translation>平台</translation>
    </message>
    <message>
        <source>Cluster</source>
        <comment>column</comment>
        <translation>集群</translation>
    </message>
    <message>
        <source>Asks from</source>
        <comment>column, an address</comment>
        <translation>请求来源</translation>
    </message>
    <message>
        <source>First asked</source>
        <comment>column</comment>
        <translation>首次请求</translation>
    </message>
    <message>
        <source>Last asked</source>
        <comment>column</comment>
        <translation>最近请求</translation>
    </message>
</context>
<context>
    <name>PhaseLadder</name>
    <message>
        <source>the rest</source>
        <comment>size of a phase</comment>
        <translation>其余</translation>
    </message>
    <message numerus="yes">
        <source>%n terminal(s)</source>
        <comment>size of a phase</comment>
        <translation>
            <numerusform>%n 个终端</numerusform>
        </translation>
    </message>
    <message>
        <source>Gate: %1 must succeed</source>
        <comment>gate of a phase</comment>
        <translation>闸门：须有 %1 成功</translation>
    </message>
    <message>
        <source>%1, then %2 pass</source>
        <comment>gate, a duration</comment>
        <translation>%1，然后等待 %2</translation>
    </message>
    <message>
        <source>%1; opened by hand</source>
        <comment>gate</comment>
        <translation>%1；已手动打开</translation>
    </message>
    <message>
        <source>%1, then someone opens it</source>
        <comment>gate</comment>
        <translation>%1，然后由人工打开</translation>
    </message>
    <message>
        <source>%1. Reached %2</source>
        <comment>gate, a time</comment>
        <translation>%1。%2 达到</translation>
    </message>
    <message>
        <source>Not begun</source>
        <comment>phase</comment>
        <translation>未开始</translation>
    </message>
    <message>
        <source>Passed</source>
        <comment>phase</comment>
        <translation>已通过</translation>
    </message>
    <message>
        <source>Waits for you to open its gate</source>
        <comment>phase</comment>
        <translation>等待您打开闸门</translation>
    </message>
</context>
<context>
    <name>ReleaseFacts</name>
    <message>
        <source>permissions %1</source>
        <comment>placed file</comment>
        <translation>权限 %1</translation>
    </message>
    <message>
        <source>of %1</source>
        <comment>placed file, owner and group</comment>
        <translation>属于 %1</translation>
    </message>
    <message>
        <source>puts %1 to %2</source>
        <comment>placed file: from, to</comment>
        <translation>将 %1 放到 %2</translation>
    </message>
    <message>
        <source>does not start the machine again</source>
        <comment>recipe</comment>
        <translation>不重新启动机器</translation>
    </message>
    <message>
        <source>starts the machine again</source>
        <comment>recipe</comment>
        <translation>重新启动机器</translation>
    </message>
    <message>
        <source>starts the machine again where a command ends with %1</source>
        <comment>recipe, an exit code</comment>
        <translation>若命令以 %1 结束，则重新启动机器</translation>
    </message>
    <message>
        <source>starts the machine again where %1 is there</source>
        <comment>recipe, a file</comment>
        <translation>若存在 %1，则重新启动机器</translation>
    </message>
    <message>
        <source>is taken back by the terminal&apos;s own client</source>
        <comment>recipe</comment>
        <translation>由终端自己的客户端撤回</translation>
    </message>
    <message>
        <source>cannot be taken back</source>
        <comment>recipe</comment>
        <translation>无法撤回</translation>
    </message>
    <message>
        <source>is taken back with: %1</source>
        <comment>recipe</comment>
        <translation>撤回命令：%1</translation>
    </message>
    <message>
        <source>goes back to what was there before where it fails</source>
        <comment>recipe</comment>
        <translation>失败时恢复到之前的内容</translation>
    </message>
    <message>
        <source>installs with: %1</source>
        <comment>recipe</comment>
        <translation>安装命令：%1</translation>
    </message>
    <message>
        <source>restarts with: %1</source>
        <comment>recipe</comment>
        <translation>重启命令：%1</translation>
    </message>
    <message>
        <source>is checked with: %1</source>
        <comment>recipe</comment>
        <translation>检查命令：%1</translation>
    </message>
    <message>
        <source>runs its commands as %1</source>
        <comment>recipe</comment>
        <translation>以 %1 的身份运行命令</translation>
    </message>
    <message>
        <source>Channel %1, for %2</source>
        <comment>release: channel, platforms</comment>
        <translation>频道 %1，适用于 %2</translation>
    </message>
    <message>
        <source>Digest %1</source>
        <comment>release</comment>
        <translation>摘要 %1</translation>
    </message>
    <message>
        <source>Counter %1: terminals take no lower one afterwards</source>
        <comment>release</comment>
        <translation>计数 %1：此后终端不再接受更低的计数</translation>
    </message>
    <message>
        <source>%1: %2, %3, %4</source>
        <comment>package: platform, file, size, kind</comment>
        <translation>%1：%2，%3，%4</translation>
    </message>
    <message>
        <source>needs %1 %2 or newer</source>
        <comment>release: product, version</comment>
        <translation>需要 %1 %2 或更新版本</translation>
    </message>
    <message>
        <source>Root: who holds the keys</source>
        <comment>signatures</comment>
        <translation>根：谁持有密钥</translation>
    </message>
    <message>
        <source>Who approves which product</source>
        <comment>signatures</comment>
        <translation>谁批准哪个产品</translation>
    </message>
    <message>
        <source>State of everything (by the manager)</source>
        <comment>signatures</comment>
        <translation>整体状态（由管理器签名）</translation>
    </message>
    <message>
        <source>Freshness (by the manager, daily)</source>
        <comment>signatures</comment>
        <translation>时效（由管理器每日签名）</translation>
    </message>
    <message>
        <source>Releases of %1</source>
        <comment>signatures, a product</comment>
        <translation>%1 的发行版</translation>
    </message>
    <message>
        <source>New: %1</source>
        <comment>statement, a release</comment>
        <translation>新增：%1</translation>
    </message>
    <message>
        <source>Changed: %1</source>
        <comment>statement, a release</comment>
        <translation>更改：%1</translation>
    </message>
    <message>
        <source>before: %1</source>
        <comment>statement, a digest</comment>
        <translation>之前：%1</translation>
    </message>
    <message>
        <source>Not approved any more: %1</source>
        <comment>statement, a release</comment>
        <translation>不再批准：%1</translation>
    </message>
    <message>
        <source>%1: %2 of these %3 keys must sign</source>
        <comment>statement: role, signatures, keys</comment>
        <translation>%1：以下 %3 个密钥中须有 %2 个签名</translation>
    </message>
    <message>
        <source>%1: nobody may speak of it any more</source>
        <comment>statement, a role</comment>
        <translation>%1：不再有人可以决定</translation>
    </message>
    <message numerus="yes">
        <source>%n release(s) stay as they are</source>
        <comment>statement</comment>
        <translation>
            <numerusform>%n 个发行版保持不变</numerusform>
        </translation>
    </message>
    <message>
        <source>The same as now, with a later end</source>
        <comment>statement</comment>
        <translation>与现在相同，但有效期更长</translation>
    </message>
</context>
<context>
    <name>ReleaseModel</name>
    <message>
        <source>Product</source>
        <comment>column</comment>
        <translation>产品</translation>
    </message>
    <message>
        <source>Version</source>
        <comment>column</comment>
        <translation>版本</translation>
    </message>
    <message>
        <source>State</source>
        <comment>column</comment>
        <translation>状态</translation>
    </message>
    <message>
        <source>Platforms</source>
        <comment>column</comment>
        <translation>平台</translation>
    </message>
    <message>
        <source>Size</source>
        <comment>column</comment>
        <translation>大小</translation>
    </message>
    <message>
        <source>Created</source>
        <comment>column</comment>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>product, version</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>name of a release, its channel</comment>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>ReleaseView</name>
    <message>
        <source>Import a package for it next.</source>
        <comment>release</comment>
        <translation>接下来请为它导入软件包。</translation>
    </message>
    <message>
        <source>Ask for approval next; it can be changed until then.</source>
        <comment>release</comment>
        <translation>接下来请申请审批；在此之前仍可修改。</translation>
    </message>
    <message>
        <source>An approver must look at it before it can go out.</source>
        <comment>release</comment>
        <translation>须经审批者查看后才能下发。</translation>
    </message>
    <message>
        <source>It can go out: plan a rollout.</source>
        <comment>release</comment>
        <translation>可以下发：请计划推送任务。</translation>
    </message>
    <message>
        <source>It is on nodes, and rollouts use it.</source>
        <comment>release</comment>
        <translation>它已在节点上，且有推送任务在使用。</translation>
    </message>
    <message>
        <source>It is offered to nobody any more.</source>
        <comment>release</comment>
        <translation>不再向任何终端提供。</translation>
    </message>
</context>
<context>
    <name>RoleGuard</name>
    <message>
        <source>%1 is logged in with the role %2; this needs the role %3.</source>
        <comment>name, two roles</comment>
        <translation>%1 以角色“%2”登录；此操作需要角色“%3”。</translation>
    </message>
</context>
<context>
    <name>RolloutModel</name>
    <message>
        <source>Terminal</source>
        <comment>column</comment>
        <translation>终端</translation>
    </message>
    <message>
        <source>State</source>
        <comment>column</comment>
        <translation>状态</translation>
    </message>
    <message>
        <source>Phase</source>
        <comment>column</comment>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Since</source>
        <comment>column</comment>
        <translation>起始时间</translation>
    </message>
    <message>
        <source>Why</source>
        <comment>column</comment>
        <translation>原因</translation>
    </message>
    <message>
        <source>#</source>
        <comment>column, a rollout&apos;s number</comment>
        <translation>#</translation>
    </message>
    <message>
        <source>Name</source>
        <comment>column</comment>
        <translation>名称</translation>
    </message>
    <message>
        <source>Release</source>
        <comment>column</comment>
        <translation>发行版</translation>
    </message>
    <message>
        <source>%1 of %2, %3</source>
        <comment>number of a phase, of how many, its name</comment>
        <translation>%1 / %2，%3</translation>
    </message>
    <message>
        <source>Created</source>
        <comment>column</comment>
        <translation>创建时间</translation>
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
        <translation>成功</translation>
    </message>
    <message>
        <source>failed or rolled back</source>
        <comment>terminals of a phase</comment>
        <translation>失败或已回滚</translation>
    </message>
    <message>
        <source>under way</source>
        <comment>terminals of a phase</comment>
        <translation>进行中</translation>
    </message>
    <message>
        <source>waiting</source>
        <comment>terminals of a phase</comment>
        <translation>等待中</translation>
    </message>
    <message>
        <source>refused or left out</source>
        <comment>terminals of a phase</comment>
        <translation>被拒绝或未包含</translation>
    </message>
</context>
<context>
    <name>StartQuestion</name>
    <message>
        <source>%1 goes to %2. Packages go to the nodes %3; terminals may install %4.</source>
        <comment>question: release, audience, times</comment>
        <translation>%1 将推送到 %2。软件包%3发送到节点；终端可%4安装。</translation>
    </message>
    <message numerus="yes">
        <source>%n terminal(s)</source>
        <comment>audience</comment>
        <translation>
            <numerusform>%n 个终端</numerusform>
        </translation>
    </message>
    <message>
        <source>at %1</source>
        <comment>time</comment>
        <translation>于 %1 </translation>
    </message>
    <message>
        <source>at once</source>
        <comment>time</comment>
        <translation>立即</translation>
    </message>
    <message>
        <source>from %1</source>
        <comment>time</comment>
        <translation>自 %1 起</translation>
    </message>
    <message>
        <source>as soon as they have it</source>
        <comment>time</comment>
        <translation>在下载完成后立即</translation>
    </message>
    <message numerus="yes">
        <source>%n of them are tagged critical.</source>
        <comment>question</comment>
        <translation>
            <numerusform>其中 %n 个带有标签“critical”。</numerusform>
        </translation>
    </message>
    <message>
        <source>Start “%1”?</source>
        <comment>question</comment>
        <translation>启动“%1”？</translation>
    </message>
    <message>
        <source>Start rollout</source>
        <comment>button</comment>
        <translation>启动推送任务</translation>
    </message>
</context>
<context>
    <name>StartText</name>
    <message>
        <source>A program of Signalbox is missing beside the console. Install Signalbox again.</source>
        <translation>控制台旁缺少 Signalbox 的某个程序。请重新安装 Signalbox。</translation>
    </message>
    <message>
        <source>The manager&apos;s data folder cannot be used: it must be yours, writable, and closed to others.</source>
        <translation>无法使用管理器的数据文件夹：它必须属于您、可写，且不对他人开放。</translation>
    </message>
    <message>
        <source>Another manager works on the data folder already and does not answer this console.</source>
        <translation>另一个管理器正在使用该数据文件夹，且不应答此控制台。</translation>
    </message>
    <message>
        <source>The disk is full. Make room, then try again.</source>
        <translation>磁盘已满。请腾出空间后重试。</translation>
    </message>
    <message>
        <source>Another program has the port by which terminals come in, or the address is not this computer&apos;s.</source>
        <translation>终端接入所用的端口被其他程序占用，或该地址不属于本机。</translation>
    </message>
    <message>
        <source>The manager ended by itself. Its last words are in the details.</source>
        <translation>管理器自行退出。其最后的输出见详细信息。</translation>
    </message>
    <message>
        <source>The manager was started and does not answer.</source>
        <translation>管理器已启动，但没有应答。</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Draft</source>
        <comment>release state</comment>
        <translation>草稿</translation>
    </message>
    <message>
        <source>In review</source>
        <comment>release state</comment>
        <translation>审批中</translation>
    </message>
    <message>
        <source>Approved</source>
        <comment>release state</comment>
        <translation>已批准</translation>
    </message>
    <message>
        <source>Published</source>
        <comment>release state</comment>
        <translation>已发布</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <comment>release state</comment>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>Draft</source>
        <comment>rollout state</comment>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Scheduled</source>
        <comment>rollout state</comment>
        <translation>已排期</translation>
    </message>
    <message>
        <source>Issuing to nodes</source>
        <comment>rollout state</comment>
        <translation>正在下发到节点</translation>
    </message>
    <message>
        <source>Running</source>
        <comment>rollout state</comment>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Paused</source>
        <comment>rollout state</comment>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Finished</source>
        <comment>rollout state</comment>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Stopped</source>
        <comment>rollout state</comment>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>rollout state</comment>
        <translation>失败</translation>
    </message>
    <message>
        <source>Waiting</source>
        <comment>deployment state</comment>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Offered</source>
        <comment>deployment state</comment>
        <translation>已提供</translation>
    </message>
    <message>
        <source>Downloading</source>
        <comment>deployment state</comment>
        <translation>下载中</translation>
    </message>
    <message>
        <source>Downloaded</source>
        <comment>deployment state</comment>
        <translation>已下载</translation>
    </message>
    <message>
        <source>Holding until its time</source>
        <comment>deployment state</comment>
        <translation>等待升级时间</translation>
    </message>
    <message>
        <source>Installing</source>
        <comment>deployment state</comment>
        <translation>安装中</translation>
    </message>
    <message>
        <source>Checking</source>
        <comment>deployment state</comment>
        <translation>检查中</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <comment>deployment state</comment>
        <translation>成功</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>deployment state</comment>
        <translation>失败</translation>
    </message>
    <message>
        <source>Rolled back</source>
        <comment>deployment state</comment>
        <translation>已回滚</translation>
    </message>
    <message>
        <source>Refused by its user</source>
        <comment>deployment state</comment>
        <translation>被用户拒绝</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <comment>deployment state</comment>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Superseded</source>
        <comment>deployment state</comment>
        <translation>已被取代</translation>
    </message>
    <message>
        <source>Absent</source>
        <comment>state of a node&apos;s copy</comment>
        <translation>不存在</translation>
    </message>
    <message>
        <source>Sending</source>
        <comment>state of a node&apos;s copy</comment>
        <translation>发送中</translation>
    </message>
    <message>
        <source>Stored, not proven</source>
        <comment>state of a node&apos;s copy</comment>
        <translation>已存储，未验证</translation>
    </message>
    <message>
        <source>Proven</source>
        <comment>state of a node&apos;s copy</comment>
        <translation>已验证</translation>
    </message>
    <message>
        <source>Stale</source>
        <comment>state of a node&apos;s copy</comment>
        <translation>已过期</translation>
    </message>
    <message>
        <source>Damaged</source>
        <comment>state of a node&apos;s copy</comment>
        <translation>已损坏</translation>
    </message>
    <message>
        <source>No cause</source>
        <comment>why an upgrade failed</comment>
        <translation>无原因</translation>
    </message>
    <message>
        <source>Release data did not verify</source>
        <comment>why an upgrade failed</comment>
        <translation>发行版数据校验失败</translation>
    </message>
    <message>
        <source>No node could be reached</source>
        <comment>why an upgrade failed</comment>
        <translation>无法连接任何节点</translation>
    </message>
    <message>
        <source>Downloaded bytes are not what was permitted</source>
        <comment>why an upgrade failed</comment>
        <translation>下载的内容与许可不符</translation>
    </message>
    <message>
        <source>Disk full</source>
        <comment>why an upgrade failed</comment>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>The permit did not verify or is over</source>
        <comment>why an upgrade failed</comment>
        <translation>安装许可校验失败或已过期</translation>
    </message>
    <message>
        <source>Unpacking failed</source>
        <comment>why an upgrade failed</comment>
        <translation>解包失败</translation>
    </message>
    <message>
        <source>Installing failed</source>
        <comment>why an upgrade failed</comment>
        <translation>安装失败</translation>
    </message>
    <message>
        <source>Restart failed</source>
        <comment>why an upgrade failed</comment>
        <translation>重启失败</translation>
    </message>
    <message>
        <source>The run check said no</source>
        <comment>why an upgrade failed</comment>
        <translation>运行检查未通过</translation>
    </message>
    <message>
        <source>The run check took too long</source>
        <comment>why an upgrade failed</comment>
        <translation>运行检查超时</translation>
    </message>
    <message>
        <source>Roll-back failed: look at this terminal</source>
        <comment>why an upgrade failed</comment>
        <translation>回滚失败：请检查该终端</translation>
    </message>
    <message>
        <source>The terminal cannot install this kind</source>
        <comment>why an upgrade failed</comment>
        <translation>终端无法安装此类软件包</translation>
    </message>
    <message>
        <source>The terminal stayed silent too long</source>
        <comment>why an upgrade failed</comment>
        <translation>终端静默时间过长</translation>
    </message>
    <message>
        <source>Failed for a reason of its own</source>
        <comment>why an upgrade failed</comment>
        <translation>因终端自身原因失败</translation>
    </message>
    <message>
        <source>This release failed here before</source>
        <comment>why an upgrade failed</comment>
        <translation>该发行版此前在此终端上失败过</translation>
    </message>
    <message>
        <source>Not installed by the deadline</source>
        <comment>why an upgrade failed</comment>
        <translation>未在截止时间前安装</translation>
    </message>
    <message>
        <source>Folder of files (tree)</source>
        <comment>kind of package</comment>
        <translation>文件夹（tree）</translation>
    </message>
    <message>
        <source>Image for a DDI client</source>
        <comment>kind of package</comment>
        <translation>供 DDI 客户端使用的镜像</translation>
    </message>
    <message>
        <source>Viewer</source>
        <comment>role of an account</comment>
        <translation>查看者</translation>
    </message>
    <message>
        <source>Operator</source>
        <comment>role of an account</comment>
        <translation>操作员</translation>
    </message>
    <message>
        <source>Approver</source>
        <comment>role of an account</comment>
        <translation>审批者</translation>
    </message>
    <message>
        <source>Administrator</source>
        <comment>role of an account</comment>
        <translation>管理员</translation>
    </message>
    <message>
        <source>Folder with a program that installs it (script)</source>
        <comment>kind of package</comment>
        <translation>自带安装程序的文件夹（script）</translation>
    </message>
    <message>
        <source>No valid signatures for this release</source>
        <comment>why an upgrade failed</comment>
        <translation>该发行版没有有效签名</translation>
    </message>
    <message>
        <source>Files at stated paths (file)</source>
        <comment>kind of package</comment>
        <translation>指定路径的文件（file）</translation>
    </message>
    <message>
        <source>Debian package (deb)</source>
        <comment>kind of package</comment>
        <translation>Debian 软件包（deb）</translation>
    </message>
</context>
<context>
    <name>TerminalModel</name>
    <message>
        <source>Name</source>
        <comment>column</comment>
        <translation>名称</translation>
    </message>
    <message>
        <source>Id</source>
        <comment>column, a terminal&apos;s DDI identity</comment>
        <translation>标识</translation>
    </message>
    <message>
        <source>Contact</source>
        <comment>column</comment>
        <translation>联系</translation>
    </message>
    <message>
        <source>Installed</source>
        <comment>column</comment>
        <translation>已安装</translation>
    </message>
    <message>
        <source>Platform</source>
        <comment>column</comment>
        <translation>平台</translation>
    </message>
    <message>
        <source>Tags</source>
        <comment>column</comment>
        <translation>标签</translation>
    </message>
    <message>
        <source>Retired</source>
        <comment>terminal</comment>
        <translation>已退役</translation>
    </message>
    <message>
        <source>Two machines use its identity</source>
        <comment>terminal</comment>
        <translation>两台机器在使用其身份</translation>
    </message>
    <message>
        <source>Never seen</source>
        <comment>terminal</comment>
        <translation>从未在线</translation>
    </message>
</context>
<context>
    <name>WaitText</name>
    <message>
        <source>%1, %2</source>
        <comment>state of a deployment, how far</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1: the terminal&apos;s user must confirm first.</source>
        <comment>state of a deployment</comment>
        <translation>%1：须先由终端的用户确认。</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>state of a deployment</comment>
        <translation>%1。</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <comment>state of a deployment, the rule</comment>
        <translation>%1：%2。</translation>
    </message>
    <message>
        <source>%1: %2. Tried next %3.</source>
        <comment>state of a deployment, the rule, a time</comment>
        <translation>%1：%2。下次尝试：%3。</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>A manager&apos;s admin.json.</source>
        <translation>管理器的 admin.json。</translation>
    </message>
    <message>
        <source>Where this computer&apos;s manager keeps what it keeps.</source>
        <translation>本机管理器存放数据的位置。</translation>
    </message>
    <message>
        <source>Open with a demo fleet.</source>
        <translation>以演示机群打开。</translation>
    </message>
    <message>
        <source>en, de or zh_CN; else the system&apos;s.</source>
        <translation>en、de 或 zh_CN；否则使用系统语言。</translation>
    </message>
    <message>
        <source>Upgrades the software on fleets of terminals.</source>
        <translation>升级终端机群上的软件。</translation>
    </message>
    <message>
        <source>Open in the tray, without the window.</source>
        <translation>在系统托盘中打开，不显示窗口。</translation>
    </message>
</context>
<context>
    <name>signalbox::Console</name>
    <message>
        <source>“%1” cannot be opened</source>
        <translation>无法打开“%1”</translation>
    </message>
    <message>
        <source>Signalbox</source>
        <translation>Signalbox</translation>
    </message>
    <message>
        <source>Signalbox: demo fleet</source>
        <translation>Signalbox：演示机群</translation>
    </message>
    <message>
        <source>Pause all rollouts</source>
        <comment>action</comment>
        <translation>暂停所有推送任务</translation>
    </message>
    <message>
        <source>Pausing all rollouts …</source>
        <comment>notice</comment>
        <translation>正在暂停所有推送任务 …</translation>
    </message>
    <message>
        <source>Show the rollouts</source>
        <comment>button</comment>
        <translation>查看推送任务</translation>
    </message>
    <message>
        <source>Pause all rollouts</source>
        <comment>notification</comment>
        <translation>暂停所有推送任务</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::AccountSettings</name>
    <message>
        <source>Accounts</source>
        <comment>accessible name</comment>
        <translation>账户</translation>
    </message>
    <message>
        <source>Name</source>
        <comment>column</comment>
        <translation>名称</translation>
    </message>
    <message>
        <source>Role</source>
        <comment>column</comment>
        <translation>角色</translation>
    </message>
    <message>
        <source>State</source>
        <comment>column</comment>
        <translation>状态</translation>
    </message>
    <message>
        <source>Sessions</source>
        <comment>column</comment>
        <translation>会话</translation>
    </message>
    <message>
        <source>Password of</source>
        <comment>column</comment>
        <translation>密码设置时间</translation>
    </message>
    <message>
        <source>Who may log in</source>
        <comment>settings</comment>
        <translation>谁可以登录</translation>
    </message>
    <message>
        <source>Accounts are for people, with a name and a password. Programs get tokens. The manager on this computer needs neither: it lets in whoever may read its data folder.</source>
        <comment>settings</comment>
        <translation>账户供人员使用，需用户名和密码。程序使用令牌。本机的管理器两者都不需要：能读取其数据文件夹者即可进入。</translation>
    </message>
    <message>
        <source>&amp;Add …</source>
        <comment>button</comment>
        <translation>添加(&amp;A) …</translation>
    </message>
    <message>
        <source>&amp;Role …</source>
        <comment>button</comment>
        <translation>角色(&amp;R) …</translation>
    </message>
    <message>
        <source>&amp;Password …</source>
        <comment>button</comment>
        <translation>密码(&amp;P) …</translation>
    </message>
    <message>
        <source>&amp;Lock</source>
        <comment>button, an account</comment>
        <translation>锁定(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Sign out</source>
        <comment>button</comment>
        <translation>强制登出(&amp;S)</translation>
    </message>
    <message>
        <source>R&amp;emove …</source>
        <comment>button</comment>
        <translation>移除(&amp;E) …</translation>
    </message>
    <message>
        <source>Locked</source>
        <comment>state of an account</comment>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>Open</source>
        <comment>state of an account</comment>
        <translation>正常</translation>
    </message>
    <message>
        <source>Un&amp;lock</source>
        <comment>button, an account</comment>
        <translation>解锁(&amp;L)</translation>
    </message>
    <message>
        <source>Sign %1 out?</source>
        <comment>question</comment>
        <translation>强制 %1 登出？</translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) end at once. Whoever knows the password can log in again; lock the account to prevent that.</source>
        <comment>question</comment>
        <translation>
            <numerusform>%n 个会话将立即结束。知道密码的人可以重新登录；如要阻止，请锁定账户。</numerusform>
        </translation>
    </message>
    <message>
        <source>Sign out</source>
        <comment>button</comment>
        <translation>强制登出</translation>
    </message>
    <message>
        <source>Remove the account %1?</source>
        <comment>question</comment>
        <translation>移除账户 %1？</translation>
    </message>
    <message>
        <source>It cannot log in any more and its sessions end. What it did stays in the log of activity.</source>
        <comment>question</comment>
        <translation>它将无法再登录，其会话也会结束。它的操作仍保留在操作日志中。</translation>
    </message>
    <message>
        <source>Remove account</source>
        <comment>button</comment>
        <translation>移除账户</translation>
    </message>
    <message>
        <source>Accounts</source>
        <comment>settings</comment>
        <translation>账户</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ActivityPage</name>
    <message>
        <source>Activity</source>
        <comment>page</comment>
        <translation>操作日志</translation>
    </message>
    <message>
        <source>What was done</source>
        <comment>accessible name</comment>
        <translation>已执行的操作</translation>
    </message>
    <message>
        <source>Everything that anyone did, newest first. Each entry is chained to the one before, so that none can be taken away unseen. Enter opens what an entry is about.</source>
        <comment>activity</comment>
        <translation>所有人执行过的全部操作，最新的在最前。每条记录都与前一条链接，因此任何记录都无法被悄悄删除。按 Enter 键打开记录所涉及的对象。</translation>
    </message>
    <message>
        <source>%1 shown of %2 – more come as you scroll</source>
        <comment>number of rows</comment>
        <translation>已显示 %1 条，共 %2 条 – 滚动可加载更多</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ApprovalDialog</name>
    <message>
        <source>Approve a release</source>
        <comment>dialog</comment>
        <translation>批准发行版</translation>
    </message>
    <message>
        <source>Refuse a release</source>
        <comment>dialog</comment>
        <translation>驳回发行版</translation>
    </message>
    <message>
        <source>Approve %1?</source>
        <comment>dialog</comment>
        <translation>批准 %1？</translation>
    </message>
    <message>
        <source>Refuse %1?</source>
        <comment>dialog</comment>
        <translation>驳回 %1？</translation>
    </message>
    <message>
        <source>With this, rollouts of it can be started. Your word is bound to the digest below and recorded with your name; any change of the release voids it.</source>
        <comment>dialog</comment>
        <translation>批准后即可启动该发行版的推送任务。您的意见与下方摘要绑定，并连同您的姓名一起记录；对发行版的任何更改都会使其失效。</translation>
    </message>
    <message>
        <source>It goes back to its author as a draft, with your comment.</source>
        <comment>dialog</comment>
        <translation>它将作为草稿连同您的意见退回给作者。</translation>
    </message>
    <message>
        <source>Digest</source>
        <comment>release</comment>
        <translation>摘要</translation>
    </message>
    <message>
        <source>Packages</source>
        <comment>release</comment>
        <translation>软件包</translation>
    </message>
    <message>
        <source>What is new</source>
        <comment>release</comment>
        <translation>更新内容</translation>
    </message>
    <message>
        <source>By</source>
        <comment>release</comment>
        <translation>提交者</translation>
    </message>
    <message>
        <source>Comment</source>
        <comment>dialog</comment>
        <translation>意见</translation>
    </message>
    <message>
        <source>Comment (may stay empty)</source>
        <comment>dialog</comment>
        <translation>意见（可留空）</translation>
    </message>
    <message>
        <source>What must change?</source>
        <comment>dialog</comment>
        <translation>需要修改什么？</translation>
    </message>
    <message>
        <source>I have looked at what this is</source>
        <comment>dialog</comment>
        <translation>我已查看其内容</translation>
    </message>
    <message>
        <source>&amp;Approve</source>
        <comment>button</comment>
        <translation>批准(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Refuse</source>
        <comment>button</comment>
        <translation>驳回(&amp;R)</translation>
    </message>
    <message>
        <source>%1: %2, %3, %4</source>
        <comment>package: platform, file, size, kind</comment>
        <translation>%1：%2，%3，%4</translation>
    </message>
    <message>
        <source>none yet</source>
        <comment>packages</comment>
        <translation>暂无</translation>
    </message>
    <message>
        <source>The first release of this product that is to be approved.</source>
        <comment>difference</comment>
        <translation>这是该产品第一个待审批的发行版。</translation>
    </message>
    <message>
        <source>%1: new, %2</source>
        <comment>platform, size</comment>
        <translation>%1：新增，%2</translation>
    </message>
    <message>
        <source>%1: other files, %2 (was %3)</source>
        <comment>platform, sizes</comment>
        <translation>%1：文件不同，%2（原为 %3）</translation>
    </message>
    <message>
        <source>%1: the same files</source>
        <comment>platform</comment>
        <translation>%1：文件相同</translation>
    </message>
    <message>
        <source>%1: another recipe</source>
        <comment>platform</comment>
        <translation>%1：配方不同</translation>
    </message>
    <message>
        <source>%1: no package any more</source>
        <comment>platform</comment>
        <translation>%1：不再有软件包</translation>
    </message>
    <message>
        <source>Against %1:</source>
        <comment>difference, a release</comment>
        <translation>与 %1 相比：</translation>
    </message>
    <message>
        <source>It cannot be approved now</source>
        <comment>error</comment>
        <translation>现在无法批准</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ApprovalsPage</name>
    <message>
        <source>Approvals</source>
        <comment>page</comment>
        <translation>审批</translation>
    </message>
    <message>
        <source>Nothing waits for approval</source>
        <comment>empty state</comment>
        <translation>没有待审批的发行版</translation>
    </message>
    <message>
        <source>Releases appear here when someone asks for approval. Until one is approved it cannot go out.</source>
        <comment>empty state</comment>
        <translation>有人申请审批后，发行版会显示在这里。未经批准的发行版无法下发。</translation>
    </message>
    <message>
        <source>Go to releases</source>
        <comment>empty state</comment>
        <translation>转到发行版</translation>
    </message>
    <message>
        <source>What is new</source>
        <comment>release</comment>
        <translation>更新内容</translation>
    </message>
    <message>
        <source>(nothing was written)</source>
        <comment>release notes</comment>
        <translation>（未填写）</translation>
    </message>
    <message>
        <source>What changed</source>
        <comment>release</comment>
        <translation>变更内容</translation>
    </message>
    <message>
        <source>Packages</source>
        <comment>release</comment>
        <translation>软件包</translation>
    </message>
    <message>
        <source>Digest</source>
        <comment>release</comment>
        <translation>摘要</translation>
    </message>
    <message>
        <source>Asked by</source>
        <comment>release</comment>
        <translation>申请人</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>name, time</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Approve …</source>
        <comment>button</comment>
        <translation>批准 …</translation>
    </message>
    <message>
        <source>Approve %1</source>
        <comment>accessible name</comment>
        <translation>批准 %1</translation>
    </message>
    <message>
        <source>Refuse …</source>
        <comment>button</comment>
        <translation>驳回 …</translation>
    </message>
    <message>
        <source>Refuse %1</source>
        <comment>accessible name</comment>
        <translation>驳回 %1</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ClusterRow</name>
    <message>
        <source>no nodes</source>
        <comment>cluster</comment>
        <translation>没有节点</translation>
    </message>
    <message numerus="yes">
        <source>all in sync, %n node(s)</source>
        <comment>cluster</comment>
        <translation>
            <numerusform>全部同步，%n 个节点</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 nodes in sync</source>
        <comment>cluster</comment>
        <translation>%2 个节点中 %1 个已同步</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>name of a cluster, its state</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Terminals that match %1</source>
        <comment>rule of a cluster</comment>
        <translation>匹配 %1 的终端</translation>
    </message>
    <message>
        <source>Remove the cluster %1</source>
        <comment>accessible name</comment>
        <translation>移除集群 %1</translation>
    </message>
    <message>
        <source>Remove this cluster</source>
        <comment>tool tip</comment>
        <translation>移除此集群</translation>
    </message>
    <message>
        <source>Only a cluster without nodes can be removed</source>
        <comment>tool tip</comment>
        <translation>只能移除没有节点的集群</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a node, its state</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1
last seen %2</source>
        <comment>a node&apos;s state, a time</comment>
        <translation>%1
最近在线：%2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <comment>nodes of a cluster</comment>
        <translation>
            <numerusform>另有 %n 个</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::ui::CommandPalette</name>
    <message>
        <source>Commands</source>
        <comment>command palette</comment>
        <translation>命令</translation>
    </message>
    <message>
        <source>Command</source>
        <comment>command palette</comment>
        <translation>命令</translation>
    </message>
    <message>
        <source>What do you want to do, or where to go?</source>
        <comment>command palette</comment>
        <translation>您想做什么，或者要转到哪里？</translation>
    </message>
    <message>
        <source>Commands found</source>
        <comment>command palette</comment>
        <translation>找到的命令</translation>
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
        <translation>连接到管理器</translation>
    </message>
    <message>
        <source>Address of the manager</source>
        <translation>管理器地址</translation>
    </message>
    <message>
        <source>manager.example:8444</source>
        <translation>manager.example:8444</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>下一步(&amp;N)</translation>
    </message>
    <message>
        <source>Where is the manager?</source>
        <translation>管理器在哪里？</translation>
    </message>
    <message>
        <source>Ask whoever runs it for the address of its door for consoles, and for its fingerprint.</source>
        <translation>请向其运维人员索取控制台入口的地址及其指纹。</translation>
    </message>
    <message>
        <source>Fingerprint that the manager shows</source>
        <translation>管理器出示的指纹</translation>
    </message>
    <message>
        <source>Fingerprint you were given</source>
        <translation>您收到的指纹</translation>
    </message>
    <message>
        <source>Paste the fingerprint you were given</source>
        <translation>请粘贴您收到的指纹</translation>
    </message>
    <message>
        <source>I have compared it by eye, &amp;all of it</source>
        <translation>我已亲自完整比对(&amp;A)</translation>
    </message>
    <message>
        <source>I have compared it by eye, all of it</source>
        <translation>我已亲自完整比对</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>上一步(&amp;B)</translation>
    </message>
    <message>
        <source>It is the &amp;same</source>
        <translation>一致(&amp;S)</translation>
    </message>
    <message>
        <source>Is it really that manager?</source>
        <translation>确实是这个管理器吗？</translation>
    </message>
    <message>
        <source>Nothing was sent yet. The manager shows it under Settings, and signalboxctl status prints it. If it differs, someone is in between: go no further.</source>
        <translation>尚未发送任何内容。管理器在“设置”中显示该指纹，signalboxctl status 也会输出它。如果两者不同，说明中间有人：请勿继续。</translation>
    </message>
    <message>
        <source>With &amp;name and password</source>
        <translation>使用用户名和密码(&amp;N)</translation>
    </message>
    <message>
        <source>With name and password</source>
        <translation>使用用户名和密码</translation>
    </message>
    <message>
        <source>With an API &amp;token</source>
        <translation>使用 API 令牌(&amp;T)</translation>
    </message>
    <message>
        <source>With an API token</source>
        <translation>使用 API 令牌</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>用户名</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>API token</source>
        <translation>API 令牌</translation>
    </message>
    <message>
        <source>&amp;Keep it in this computer&apos;s keychain</source>
        <translation>保存到本机的密钥环(&amp;K)</translation>
    </message>
    <message>
        <source>Keep it in this computer&apos;s keychain</source>
        <translation>保存到本机的密钥环</translation>
    </message>
    <message>
        <source>Na&amp;me:</source>
        <translation>用户名(&amp;M)：</translation>
    </message>
    <message>
        <source>&amp;Password:</source>
        <translation>密码(&amp;P)：</translation>
    </message>
    <message>
        <source>T&amp;oken:</source>
        <translation>令牌(&amp;O)：</translation>
    </message>
    <message>
        <source>&amp;Log in</source>
        <translation>登录(&amp;L)</translation>
    </message>
    <message>
        <source>Who are you?</source>
        <translation>您是谁？</translation>
    </message>
    <message>
        <source>What you enter goes to that manager alone.</source>
        <translation>您输入的内容只会发送给这个管理器。</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>正在查找 …</translation>
    </message>
    <message>
        <source>Its fingerprint is not the one of before. It was set up anew, or another one answers.</source>
        <translation>指纹与之前的不同。管理器可能已重新安装，或者应答的是另一台。</translation>
    </message>
    <message>
        <source>It is the same.</source>
        <translation>一致。</translation>
    </message>
    <message>
        <source>It is another fingerprint. Do not go on.</source>
        <translation>指纹不同。请勿继续。</translation>
    </message>
    <message>
        <source>This computer has no keychain that Signalbox can use, so it asks each time. Nothing secret is written to a file.</source>
        <translation>本机没有 Signalbox 可用的密钥环，因此每次都会询问。任何机密都不会写入文件。</translation>
    </message>
    <message>
        <source>What was kept in the keychain does not let you in any more.</source>
        <translation>密钥环中保存的凭据已不再有效。</translation>
    </message>
    <message>
        <source>Log in to %1</source>
        <translation>登录到 %1</translation>
    </message>
    <message>
        <source>Logging in …</source>
        <translation>正在登录 …</translation>
    </message>
    <message>
        <source>You are in. This computer has no keychain that Signalbox can use, so the next start asks again.</source>
        <translation>您已登录。本机没有 Signalbox 可用的密钥环，因此下次启动时会再次询问。</translation>
    </message>
    <message>
        <source>The manager does not let you in: name, password or token is wrong.</source>
        <translation>管理器拒绝登录：用户名、密码或令牌错误。</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::DataTable</name>
    <message>
        <source>Copy rows</source>
        <comment>table</comment>
        <translation>复制所选行</translation>
    </message>
    <message>
        <source>Save rows as CSV …</source>
        <comment>table</comment>
        <translation>将行另存为 CSV …</translation>
    </message>
    <message>
        <source>Save the chosen rows</source>
        <comment>dialog</comment>
        <translation>保存所选行</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::Donut</name>
    <message>
        <source>%1: %2</source>
        <comment>name of a part, its count</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts</comment>
        <translation>，</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::DoorSettings</name>
    <message>
        <source>Terminals that nobody invited</source>
        <comment>settings</comment>
        <translation>未受邀的终端</translation>
    </message>
    <message>
        <source>Terminals without a join code may ask and wait until someone lets them in</source>
        <comment>settings</comment>
        <translation>没有加入码的终端可以提出请求，并等待准入</translation>
    </message>
    <message>
        <source>They wait on the page Terminals.</source>
        <comment>settings</comment>
        <translation>它们在“终端”页面等待。</translation>
    </message>
    <message>
        <source>Gateways</source>
        <comment>settings</comment>
        <translation>网关</translation>
    </message>
    <message>
        <source>&amp;Make a new token …</source>
        <comment>button</comment>
        <translation>生成新令牌(&amp;M) …</translation>
    </message>
    <message>
        <source>&amp;Remove it …</source>
        <comment>button</comment>
        <translation>移除(&amp;R) …</translation>
    </message>
    <message>
        <source>With the gateway token one client speaks for any terminal. Such terminals do not decide whether a phase went well.</source>
        <comment>settings</comment>
        <translation>持有网关令牌的客户端可代表任何终端。此类终端不参与判定阶段是否顺利。</translation>
    </message>
    <message>
        <source>Each terminal may come in by a token of its own</source>
        <comment>settings</comment>
        <translation>每个终端可使用自己的令牌接入</translation>
    </message>
    <message>
        <source>Authority of client certificates</source>
        <comment>settings</comment>
        <translation>客户端证书的颁发机构</translation>
    </message>
    <message>
        <source>-----BEGIN CERTIFICATE----- … ; empty: no client certificates</source>
        <comment>settings</comment>
        <translation>-----BEGIN CERTIFICATE----- … ；留空：不使用客户端证书</translation>
    </message>
    <message>
        <source>Reverse proxies that are believed</source>
        <comment>settings</comment>
        <translation>受信任的反向代理</translation>
    </message>
    <message>
        <source>numeric addresses, one a line</source>
        <comment>settings</comment>
        <translation>数字地址，每行一个</translation>
    </message>
    <message>
        <source>Authorities that a proxy may name</source>
        <comment>settings</comment>
        <translation>代理可声明的颁发机构</translation>
    </message>
    <message>
        <source>one a line; empty: proxies bring no certificates</source>
        <comment>settings</comment>
        <translation>每行一个；留空：代理不提供证书</translation>
    </message>
    <message>
        <source>Cluster of terminals that come so</source>
        <comment>settings</comment>
        <translation>以此方式接入的终端所属集群</translation>
    </message>
    <message>
        <source>Platform of terminals that come so</source>
        <comment>settings</comment>
        <translation>以此方式接入的终端的平台</translation>
    </message>
    <message>
        <source>empty: they must be known already</source>
        <comment>settings</comment>
        <translation>留空：必须是已知终端</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <comment>button</comment>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Drop the changes</source>
        <comment>button</comment>
        <translation>放弃更改(&amp;D)</translation>
    </message>
    <message>
        <source>Other ways in</source>
        <comment>settings</comment>
        <translation>其他接入方式</translation>
    </message>
    <message>
        <source>Client certificates</source>
        <comment>settings</comment>
        <translation>客户端证书</translation>
    </message>
    <message>
        <source>The name (CN) in the certificate is the terminal&apos;s id. Holds from the manager&apos;s next start.</source>
        <comment>settings</comment>
        <translation>证书中的名称（CN）即终端标识。管理器下次启动后生效。</translation>
    </message>
    <message>
        <source>Proxies</source>
        <comment>settings</comment>
        <translation>代理服务器</translation>
    </message>
    <message>
        <source>Authorities</source>
        <comment>settings</comment>
        <translation>颁发机构</translation>
    </message>
    <message>
        <source>New ones join</source>
        <comment>settings, a cluster</comment>
        <translation>新终端加入</translation>
    </message>
    <message>
        <source>Their platform</source>
        <comment>settings</comment>
        <translation>其平台</translation>
    </message>
    <message>
        <source>Not known yet.</source>
        <comment>settings</comment>
        <translation>尚不清楚。</translation>
    </message>
    <message>
        <source>A gateway token is set.</source>
        <comment>settings</comment>
        <translation>已设置网关令牌。</translation>
    </message>
    <message>
        <source>There is no gateway token: every terminal speaks for itself.</source>
        <comment>settings</comment>
        <translation>没有网关令牌：每个终端只代表自己。</translation>
    </message>
    <message>
        <source>That was not changed</source>
        <comment>error</comment>
        <translation>未能更改</translation>
    </message>
    <message>
        <source>Saved.</source>
        <comment>settings</comment>
        <translation>已保存。</translation>
    </message>
    <message>
        <source>No token was made</source>
        <comment>error</comment>
        <translation>未能生成令牌</translation>
    </message>
    <message>
        <source>The gateway token</source>
        <comment>dialog</comment>
        <translation>网关令牌</translation>
    </message>
    <message>
        <source>It is shown only here and only now. Whoever has it speaks for any terminal.</source>
        <comment>dialog</comment>
        <translation>仅在此处显示这一次。持有它的人可代表任何终端。</translation>
    </message>
    <message>
        <source>Make a new gateway token?</source>
        <comment>question</comment>
        <translation>生成新的网关令牌？</translation>
    </message>
    <message>
        <source>The one of now is good no longer: gateways that have it are refused until they get the new one.</source>
        <comment>question</comment>
        <translation>当前令牌将失效：使用它的网关在得到新令牌之前会被拒绝。</translation>
    </message>
    <message>
        <source>Make a new token</source>
        <comment>button</comment>
        <translation>生成新令牌</translation>
    </message>
    <message>
        <source>Remove the gateway token?</source>
        <comment>question</comment>
        <translation>移除网关令牌？</translation>
    </message>
    <message>
        <source>Gateways that have it are refused from now on; terminals with a token of their own are not.</source>
        <comment>question</comment>
        <translation>使用它的网关从现在起会被拒绝；使用自己令牌的终端不受影响。</translation>
    </message>
    <message>
        <source>Remove token</source>
        <comment>button</comment>
        <translation>移除令牌</translation>
    </message>
    <message>
        <source>The token was not removed</source>
        <comment>error</comment>
        <translation>未能移除令牌</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>error: what, why</comment>
        <translation>%1。%2</translation>
    </message>
    <message>
        <source>Door for terminals</source>
        <comment>settings</comment>
        <translation>终端入口</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::DryRunView</name>
    <message>
        <source>misses its window</source>
        <comment>dry run</comment>
        <translation>错过时间窗口</translation>
    </message>
    <message>
        <source>left out</source>
        <comment>dry run</comment>
        <translation>未包含</translation>
    </message>
    <message>
        <source>waits first</source>
        <comment>dry run</comment>
        <translation>先等待</translation>
    </message>
    <message>
        <source>fetches from the manager</source>
        <comment>dry run</comment>
        <translation>从管理器获取</translation>
    </message>
    <message numerus="yes">
        <source>%n terminal(s) match</source>
        <comment>dry run</comment>
        <translation>
            <numerusform>%n 个终端匹配</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, none is left out.</source>
        <comment>dry run</comment>
        <translation>%1，全部包含。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>how many, why</comment>
        <translation>%1 个%2</translation>
    </message>
    <message>
        <source>%1, %2 are left out: %3.</source>
        <comment>dry run</comment>
        <translation>%1，其中 %2 个未包含：%3。</translation>
    </message>
    <message>
        <source>What each phase would do</source>
        <comment>accessible name</comment>
        <translation>各阶段将执行的内容</translation>
    </message>
    <message>
        <source>Phase</source>
        <comment>column</comment>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Terminals</source>
        <comment>column</comment>
        <translation>终端</translation>
    </message>
    <message>
        <source>Bytes</source>
        <comment>column</comment>
        <translation>字节数</translation>
    </message>
    <message>
        <source>Begins</source>
        <comment>column</comment>
        <translation>开始</translation>
    </message>
    <message>
        <source>Done by</source>
        <comment>column</comment>
        <translation>完成时间</translation>
    </message>
    <message>
        <source>Whom it leaves out or makes wait</source>
        <comment>accessible name</comment>
        <translation>未包含或须等待的终端</translation>
    </message>
    <message>
        <source>What</source>
        <comment>column</comment>
        <translation>内容</translation>
    </message>
    <message>
        <source>Why</source>
        <comment>column</comment>
        <translation>原因</translation>
    </message>
    <message>
        <source>Which</source>
        <comment>column, terminals</comment>
        <translation>哪些</translation>
    </message>
    <message>
        <source>What each node sends</source>
        <comment>accessible name</comment>
        <translation>各节点的发送量</translation>
    </message>
    <message>
        <source>Node</source>
        <comment>column</comment>
        <translation>节点</translation>
    </message>
    <message>
        <source>Cluster</source>
        <comment>column</comment>
        <translation>集群</translation>
    </message>
    <message>
        <source>State</source>
        <comment>column</comment>
        <translation>状态</translation>
    </message>
    <message>
        <source>Parts of the dry run</source>
        <comment>accessible name</comment>
        <translation>预演的各部分</translation>
    </message>
    <message>
        <source>Phases</source>
        <comment>tab</comment>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Left out and late</source>
        <comment>tab</comment>
        <translation>未包含和延迟</translation>
    </message>
    <message>
        <source>Nodes</source>
        <comment>tab</comment>
        <translation>节点</translation>
    </message>
    <message>
        <source>Save as C&amp;SV …</source>
        <comment>button</comment>
        <translation>另存为 CSV(&amp;S) …</translation>
    </message>
    <message>
        <source>Save the dry run</source>
        <comment>dialog</comment>
        <translation>保存预演结果</translation>
    </message>
    <message>
        <source>Asking the manager what would happen …</source>
        <comment>dry run</comment>
        <translation>正在询问管理器将会发生什么 …</translation>
    </message>
    <message>
        <source>%1 go to the terminals.</source>
        <comment>dry run, bytes</comment>
        <translation>将向终端发送 %1。</translation>
    </message>
    <message>
        <source>Done %1 at the earliest.</source>
        <comment>dry run, a time</comment>
        <translation>最早于 %1 完成。</translation>
    </message>
    <message numerus="yes">
        <source>%n terminal(s) miss their window.</source>
        <comment>dry run</comment>
        <translation>
            <numerusform>%n 个终端将错过时间窗口。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody can say when it is done.</source>
        <comment>dry run</comment>
        <translation>无法预计完成时间。</translation>
    </message>
    <message numerus="yes">
        <source>%n terminal(s) will not install in time: no window comes for them.</source>
        <comment>dry run</comment>
        <translation>
            <numerusform>%n 个终端无法按时安装：没有可用的时间窗口。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n terminal(s) have no node: the manager itself sends to them.</source>
        <comment>dry run</comment>
        <translation>
            <numerusform>%n 个终端没有节点：由管理器直接发送。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, if someone opens the gate at once</source>
        <comment>dry run, a time</comment>
        <translation>%1，前提是立即打开闸门</translation>
    </message>
    <message>
        <source>Online</source>
        <comment>contact of a node</comment>
        <translation>在线</translation>
    </message>
    <message>
        <source>Offline</source>
        <comment>contact of a node</comment>
        <translation>离线</translation>
    </message>
    <message>
        <source>Name</source>
        <comment>column</comment>
        <translation>名称</translation>
    </message>
    <message>
        <source>all</source>
        <comment>dry run</comment>
        <translation>全部</translation>
    </message>
    <message>
        <source>phase</source>
        <comment>dry run</comment>
        <translation>阶段</translation>
    </message>
    <message>
        <source>node</source>
        <comment>dry run</comment>
        <translation>节点</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::FailuresPage</name>
    <message>
        <source>Failures</source>
        <comment>page</comment>
        <translation>失败</translation>
    </message>
    <message>
        <source>Failures by rollout and cause</source>
        <comment>accessible name</comment>
        <translation>按推送任务和原因分组的失败</translation>
    </message>
    <message>
        <source>Cause</source>
        <comment>column</comment>
        <translation>原因</translation>
    </message>
    <message>
        <source>Terminals</source>
        <comment>column</comment>
        <translation>终端</translation>
    </message>
    <message>
        <source>Last seen</source>
        <comment>column</comment>
        <translation>最近一次</translation>
    </message>
    <message>
        <source>First seen</source>
        <comment>column</comment>
        <translation>首次</translation>
    </message>
    <message>
        <source>Nothing failed</source>
        <comment>empty state</comment>
        <translation>没有失败</translation>
    </message>
    <message>
        <source>No rollout that runs or is paused has a failure. What ended earlier is on the page Rollouts.</source>
        <comment>empty state</comment>
        <translation>正在进行或已暂停的推送任务没有失败。更早结束的任务请查看“推送任务”页面。</translation>
    </message>
    <message>
        <source>Go to rollouts</source>
        <comment>empty state</comment>
        <translation>转到推送任务</translation>
    </message>
    <message>
        <source>&amp;Try again …</source>
        <comment>failures</comment>
        <translation>重试(&amp;T) …</translation>
    </message>
    <message>
        <source>&amp;Open the rollout</source>
        <comment>failures</comment>
        <translation>打开推送任务(&amp;O)</translation>
    </message>
    <message>
        <source>Terminals that failed</source>
        <comment>accessible name</comment>
        <translation>失败的终端</translation>
    </message>
    <message>
        <source>What the failed have in common</source>
        <comment>failures</comment>
        <translation>失败终端的共同点</translation>
    </message>
    <message>
        <source>Terminals (Enter opens one)</source>
        <comment>failures</comment>
        <translation>终端（按 Enter 打开）</translation>
    </message>
    <message>
        <source>No cause chosen</source>
        <comment>failures</comment>
        <translation>未选择原因</translation>
    </message>
    <message>
        <source>Rollout</source>
        <comment>failures</comment>
        <translation>推送任务</translation>
    </message>
    <message>
        <source>Came out as</source>
        <comment>failures</comment>
        <translation>结果</translation>
    </message>
    <message>
        <source>Terminals</source>
        <comment>failures</comment>
        <translation>终端</translation>
    </message>
    <message>
        <source>Said</source>
        <comment>failures</comment>
        <translation>报告内容</translation>
    </message>
    <message>
        <source>Last line</source>
        <comment>failures, of a log</comment>
        <translation>最后一行</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what failed terminals have in common, its value</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 of %2 that ended failed</source>
        <comment>suspect</comment>
        <translation>已结束 %2 个，其中 %1 个失败</translation>
    </message>
    <message>
        <source>Nothing stands out</source>
        <comment>suspects</comment>
        <translation>没有明显的共同点</translation>
    </message>
    <message numerus="yes">
        <source>Try %n terminal(s) again?</source>
        <comment>question</comment>
        <translation>
            <numerusform>重试 %n 个终端？</numerusform>
        </translation>
    </message>
    <message>
        <source>Each deployment of “%1” that failed with “%2” begins anew, although the release failed there before.</source>
        <comment>question</comment>
        <translation>推送任务“%1”中因“%2”而失败的每个部署都将重新开始，尽管该发行版此前在这些终端上失败过。</translation>
    </message>
    <message>
        <source>Try again</source>
        <comment>button</comment>
        <translation>重试</translation>
    </message>
    <message>
        <source>Try “%1” again in %2</source>
        <comment>task: cause, rollout</comment>
        <translation>重试 %2 中的“%1”</translation>
    </message>
    <message>
        <source>Leave them o&amp;ut …</source>
        <comment>failures</comment>
        <translation>排除(&amp;U) …</translation>
    </message>
    <message>
        <source>Takes them out of the rollout, so that it can go on without them</source>
        <comment>tool tip</comment>
        <translation>将它们移出推送任务，使其可以继续进行</translation>
    </message>
    <message>
        <source>Take them back &amp;in …</source>
        <comment>failures</comment>
        <translation>重新纳入(&amp;I) …</translation>
    </message>
    <message>
        <source>Roll &amp;back …</source>
        <comment>failures</comment>
        <translation>回滚(&amp;B) …</translation>
    </message>
    <message>
        <source>Plans how they go back to an older release</source>
        <comment>tool tip</comment>
        <translation>计划它们如何退回较旧的发行版</translation>
    </message>
    <message>
        <source>Left out of them</source>
        <comment>failures</comment>
        <translation>其中已排除</translation>
    </message>
    <message numerus="yes">
        <source>Leave %n terminal(s) out?</source>
        <comment>question</comment>
        <translation>
            <numerusform>排除 %n 台终端？</numerusform>
        </translation>
    </message>
    <message>
        <source>Those that failed in “%1” with “%2” are taken out of the rollout: its gates and its breaker count them no longer, and nothing is tried again there. What failed stays written down. It can be taken back.</source>
        <comment>question</comment>
        <translation>在“%1”中以“%2”失败的终端将被移出推送任务：关卡和熔断器不再计入它们，也不会在其上重试。失败记录会保留。此操作可以撤销。</translation>
    </message>
    <message>
        <source>Leave them out</source>
        <comment>button</comment>
        <translation>排除</translation>
    </message>
    <message>
        <source>They were not left out</source>
        <comment>error</comment>
        <translation>未能排除</translation>
    </message>
    <message numerus="yes">
        <source>Take %n terminal(s) back in?</source>
        <comment>question</comment>
        <translation>
            <numerusform>重新纳入 %n 台终端？</numerusform>
        </translation>
    </message>
    <message>
        <source>Their failures count again in “%1”, for its gates and its breaker.</source>
        <comment>question</comment>
        <translation>它们的失败将重新计入“%1”的关卡和熔断器。</translation>
    </message>
    <message>
        <source>Take them back in</source>
        <comment>button</comment>
        <translation>重新纳入</translation>
    </message>
    <message>
        <source>They were not taken back in</source>
        <comment>error</comment>
        <translation>未能重新纳入</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::FilterEdit</name>
    <message>
        <source>All terminals; or a filter: tag.site==berlin;installed.kiosk=lt=2.4</source>
        <comment>filter</comment>
        <translation>全部终端；或输入筛选条件：tag.site==berlin;installed.kiosk=lt=2.4</translation>
    </message>
    <message>
        <source>Compare with == != =lt= =le= =gt= =ge= =in=(a,b) =out=(a,b). Join with ; (and) or , (or). * stands for anything in == and !=.
Fields: name, controllerId, platform, cluster, lastContact, tag.…, attribute.…, installed.…</source>
        <comment>filter</comment>
        <translation>比较运算符：== != =lt= =le= =gt= =ge= =in=(a,b) =out=(a,b)。用 ;（且）或 ,（或）连接。在 == 和 != 中 * 代表任意内容。
字段：name、controllerId、platform、cluster、lastContact、tag.…、attribute.…、installed.…</translation>
    </message>
    <message>
        <source>Expected here: %1</source>
        <comment>filter</comment>
        <translation>此处应为：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n terminal(s) match</source>
        <comment>filter</comment>
        <translation>
            <numerusform>%n 个终端匹配</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::ui::FirstRun</name>
    <message>
        <source>Welcome to Signalbox</source>
        <translation>欢迎使用 Signalbox</translation>
    </message>
    <message>
        <source>The manager runs, but it cannot be reached by that address from here. Choose another, or let it through this computer&apos;s firewall.</source>
        <translation>管理器正在运行，但无法从本机通过该地址访问。请另选地址，或在本机防火墙中放行。</translation>
    </message>
    <message>
        <source>Go on anyway</source>
        <translation>仍然继续</translation>
    </message>
    <message>
        <source>&amp;Manage from this computer</source>
        <translation>在本机上管理(&amp;M)</translation>
    </message>
    <message>
        <source>A manager is started here and goes on when this window is closed. Nothing to set up.</source>
        <translation>在本机启动管理器，关闭此窗口后它会继续运行。无需任何设置。</translation>
    </message>
    <message>
        <source>&amp;Connect to a manager</source>
        <translation>连接到管理器(&amp;C)</translation>
    </message>
    <message>
        <source>One that runs on a server or on a colleague&apos;s computer.</source>
        <translation>运行在服务器或同事电脑上的管理器。</translation>
    </message>
    <message>
        <source>&amp;Try it with a demo fleet</source>
        <translation>用演示机群试用(&amp;T)</translation>
    </message>
    <message>
        <source>Nodes, terminals and rollouts to play with, on this computer. Gone in one click.</source>
        <translation>在本机上试用节点、终端和推送任务。一键即可全部清除。</translation>
    </message>
    <message>
        <source>Where is the manager?</source>
        <translation>管理器在哪里？</translation>
    </message>
    <message>
        <source>The manager decides which terminal gets what, from where, and when. This window shows it.</source>
        <translation>管理器决定哪个终端在何时、从何处、获得什么。此窗口将其显示出来。</translation>
    </message>
    <message>
        <source>Address of this computer for terminals</source>
        <translation>终端访问本机所用的地址</translation>
    </message>
    <message>
        <source>&amp;Address that terminals and nodes will reach:</source>
        <translation>终端和节点要访问的地址(&amp;A)：</translation>
    </message>
    <message>
        <source>A host name or a numeric address, without a port.</source>
        <translation>主机名或数字地址，不含端口。</translation>
    </message>
    <message>
        <source>Only programs on this computer can reach that.</source>
        <translation>只有本机上的程序才能访问该地址。</translation>
    </message>
    <message>
        <source>It will stand in the manager&apos;s certificate and in join codes.</source>
        <translation>该地址将写入管理器的证书和加入码。</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>上一步(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Start the manager</source>
        <translation>启动管理器(&amp;S)</translation>
    </message>
    <message>
        <source>Terminals and nodes will come to the manager by this address. It is tested before you go on.</source>
        <translation>终端和节点将通过该地址访问管理器。继续之前会先进行测试。</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>完成(&amp;D)</translation>
    </message>
    <message>
        <source>Each command is good for one machine and for a day. They appear here as they join; you can also do this later, on the pages Nodes and Terminals.</source>
        <translation>每条命令只能用于一台机器，有效期一天。它们加入后会显示在这里；您也可以稍后在“节点”和“终端”页面完成。</translation>
    </message>
    <message>
        <source>Starting the manager …</source>
        <translation>正在启动管理器 …</translation>
    </message>
    <message>
        <source>Testing whether terminals can come in …</source>
        <translation>正在测试终端能否接入 …</translation>
    </message>
    <message>
        <source>Another program answers at that address. Choose another.</source>
        <translation>该地址上应答的是另一个程序。请另选地址。</translation>
    </message>
    <message>
        <source>Step 1 of 3: how is this computer reached?</source>
        <translation>第 1 步（共 3 步）：如何访问这台计算机？</translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation>以后再说(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Make the key</source>
        <translation>创建密钥(&amp;M)</translation>
    </message>
    <message>
        <source>Step 2 of 3: make your approver&apos;s key</source>
        <translation>第 2 步（共 3 步）：创建您的审批密钥</translation>
    </message>
    <message>
        <source>With it you approve what terminals install. Without it, later or never, everything works, but whoever gets hold of this manager can release whatever they like. You find it again in the settings, under Signatures.</source>
        <translation>您用它来批准终端安装的内容。没有它（以后再做或不做）一切照常，但任何掌控此管理器的人都可以发布任意内容。以后可在设置的“签名”中找到。</translation>
    </message>
    <message>
        <source>Step 3 of 3: let the first ones join</source>
        <translation>第 3 步（共 3 步）：让首批设备加入</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::FormDialog</name>
    <message>
        <source>&amp;Copy</source>
        <comment>button</comment>
        <translation>复制(&amp;C)</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::GeneralSettings</name>
    <message>
        <source>Language</source>
        <comment>settings</comment>
        <translation>语言</translation>
    </message>
    <message>
        <source>As the system has it</source>
        <comment>settings, a language</comment>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>The language changes when Signalbox is started the next time.</source>
        <comment>settings</comment>
        <translation>语言将在下次启动 Signalbox 时更改。</translation>
    </message>
    <message>
        <source>Theme</source>
        <comment>settings</comment>
        <translation>主题</translation>
    </message>
    <message>
        <source>As the system has it</source>
        <comment>settings, a theme</comment>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <comment>settings, a theme</comment>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <comment>settings, a theme</comment>
        <translation>深色</translation>
    </message>
    <message>
        <source>High contrast</source>
        <comment>settings, a theme</comment>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>Language and looks</source>
        <comment>settings</comment>
        <translation>语言和外观</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <comment>settings</comment>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <comment>settings</comment>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>Notifications</source>
        <comment>settings</comment>
        <translation>通知</translation>
    </message>
    <message>
        <source>Shown by the desktop while Signalbox&apos;s window is not in front.</source>
        <comment>settings</comment>
        <translation>当 Signalbox 窗口不在前台时由桌面显示。</translation>
    </message>
    <message>
        <source>Terminals that failed</source>
        <comment>settings, notifications</comment>
        <translation>终端失败</translation>
    </message>
    <message>
        <source>Rollouts that paused themselves</source>
        <comment>settings, notifications</comment>
        <translation>推送任务自动暂停</translation>
    </message>
    <message>
        <source>Releases that wait for approval</source>
        <comment>settings, notifications</comment>
        <translation>发行版等待审批</translation>
    </message>
    <message>
        <source>Number to be typed from</source>
        <comment>settings</comment>
        <translation>须输入数量的起点</translation>
    </message>
    <message>
        <source> terminals</source>
        <comment>settings, after a number</comment>
        <translation> 个终端</translation>
    </message>
    <message>
        <source>Before many terminals are changed</source>
        <comment>settings</comment>
        <translation>更改大量终端之前</translation>
    </message>
    <message>
        <source>The number is &amp;typed above</source>
        <comment>settings</comment>
        <translation>超过此数须输入数量(&amp;T)</translation>
    </message>
    <message>
        <source>Whoever starts a larger rollout, or one that reaches a terminal with the tag “critical”, types how many terminals it is.</source>
        <comment>settings</comment>
        <translation>启动更大的推送任务，或涉及带有标签“critical”的终端时，须输入终端数量。</translation>
    </message>
    <message>
        <source>General</source>
        <comment>settings</comment>
        <translation>常规</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::GroupRetry</name>
    <message>
        <source>Stopped after %1</source>
        <comment>retry</comment>
        <translation>完成 %1 个后停止</translation>
    </message>
    <message numerus="yes">
        <source>%n deployment(s) begun anew</source>
        <comment>retry</comment>
        <translation>
            <numerusform>%n 个部署已重新开始</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 begun anew, %2 refused</source>
        <comment>retry</comment>
        <translation>%1 个已重新开始，%2 个被拒绝</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>retry</comment>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ImportDialog</name>
    <message>
        <source> s</source>
        <comment>seconds, after a number</comment>
        <translation> 秒</translation>
    </message>
    <message>
        <source>Import a release</source>
        <comment>dialog</comment>
        <translation>导入发行版</translation>
    </message>
    <message>
        <source>Product</source>
        <comment>import</comment>
        <translation>产品</translation>
    </message>
    <message>
        <source>Version</source>
        <comment>import</comment>
        <translation>版本</translation>
    </message>
    <message>
        <source>Platform</source>
        <comment>import</comment>
        <translation>平台</translation>
    </message>
    <message>
        <source>linux-amd64: what the terminals say of themselves</source>
        <comment>import</comment>
        <translation>linux-amd64：与终端自报的平台一致</translation>
    </message>
    <message>
        <source>Channel</source>
        <comment>import</comment>
        <translation>通道</translation>
    </message>
    <message>
        <source>What is new</source>
        <comment>import</comment>
        <translation>更新内容</translation>
    </message>
    <message>
        <source>Ask for approval at once</source>
        <comment>import</comment>
        <translation>立即申请审批</translation>
    </message>
    <message>
        <source>&amp;File or folder</source>
        <comment>import</comment>
        <translation>文件或文件夹(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Product</source>
        <comment>import</comment>
        <translation>产品(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Version</source>
        <comment>import</comment>
        <translation>版本(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Channel</source>
        <comment>import</comment>
        <translation>通道(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;What is new</source>
        <comment>import</comment>
        <translation>更新内容(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <comment>button</comment>
        <translation>导入(&amp;I)</translation>
    </message>
    <message>
        <source>File or folder</source>
        <comment>import</comment>
        <translation>文件或文件夹</translation>
    </message>
    <message>
        <source>Choose what terminals shall run</source>
        <comment>import</comment>
        <translation>选择要在终端上运行的内容</translation>
    </message>
    <message>
        <source>F&amp;older …</source>
        <comment>button</comment>
        <translation>文件夹(&amp;O) …</translation>
    </message>
    <message>
        <source>Command that restarts it</source>
        <comment>recipe</comment>
        <translation>重启命令</translation>
    </message>
    <message>
        <source>/usr/bin/systemctl restart kiosk</source>
        <comment>recipe, an example</comment>
        <translation>/usr/bin/systemctl restart kiosk</translation>
    </message>
    <message>
        <source>Time for the restart</source>
        <comment>recipe</comment>
        <translation>重启时限</translation>
    </message>
    <message>
        <source>Command that checks that it runs</source>
        <comment>recipe</comment>
        <translation>运行检查命令</translation>
    </message>
    <message>
        <source>./bin/kiosk --self-test</source>
        <comment>recipe, an example</comment>
        <translation>./bin/kiosk --self-test</translation>
    </message>
    <message>
        <source>Time for the check</source>
        <comment>recipe</comment>
        <translation>检查时限</translation>
    </message>
    <message>
        <source>User whom commands run as</source>
        <comment>recipe</comment>
        <translation>运行命令的用户</translation>
    </message>
    <message>
        <source>the agent&apos;s own user</source>
        <comment>recipe</comment>
        <translation>代理自身的用户</translation>
    </message>
    <message>
        <source>Recipe: how it is started and checked</source>
        <comment>import</comment>
        <translation>配方：如何启动和检查</translation>
    </message>
    <message>
        <source>&amp;Restart with</source>
        <comment>recipe</comment>
        <translation>重启命令(&amp;R)</translation>
    </message>
    <message>
        <source>As &amp;user</source>
        <comment>recipe</comment>
        <translation>运行用户(&amp;U)</translation>
    </message>
    <message>
        <source>Where the check fails, the terminal goes back to the version before by itself. Without a check the switch alone decides.</source>
        <comment>recipe</comment>
        <translation>检查失败时，终端会自动恢复到之前的版本。没有检查命令时，仅以切换是否成功为准。</translation>
    </message>
    <message>
        <source>Choose a package</source>
        <comment>dialog</comment>
        <translation>选择软件包</translation>
    </message>
    <message>
        <source>Packages (*.tar *.tar.* *.tgz *.swu *.raucb *.mender)</source>
        <comment>dialog</comment>
        <translation>软件包 (*.tar *.tar.* *.tgz *.swu *.raucb *.mender)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <comment>dialog</comment>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <comment>dialog</comment>
        <translation>选择文件夹</translation>
    </message>
    <message>
        <source>A folder: it is packed, and terminals switch to it as a whole.</source>
        <comment>import</comment>
        <translation>文件夹：将被打包，终端会整体切换到它。</translation>
    </message>
    <message>
        <source>An archive: terminals unpack it and switch to it as a whole.</source>
        <comment>import</comment>
        <translation>归档文件：终端解包后整体切换到它。</translation>
    </message>
    <message>
        <source>An image: it goes as it is to clients that install it by themselves.</source>
        <comment>import</comment>
        <translation>镜像：原样交给能自行安装的客户端。</translation>
    </message>
    <message>
        <source>A package of the system&apos;s installer (.deb, .rpm, .msi, .apk). Terminals cannot install these yet: unpack it into a folder and import that.</source>
        <comment>import</comment>
        <translation>系统安装程序的软件包（.deb、.rpm、.msi、.apk）。终端目前还无法安装：请将其解包到文件夹后导入该文件夹。</translation>
    </message>
    <message>
        <source>This is neither an archive nor an image that terminals can install.</source>
        <comment>import</comment>
        <translation>这既不是终端可以安装的归档文件，也不是镜像。</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <comment>import</comment>
        <translation>没有这个文件。</translation>
    </message>
    <message>
        <source>Choose a recipe</source>
        <comment>dialog</comment>
        <translation>选择配方</translation>
    </message>
    <message>
        <source>Recipes (*.toml)</source>
        <comment>dialog</comment>
        <translation>配方 (*.toml)</translation>
    </message>
    <message>
        <source>The recipe was not read</source>
        <comment>error</comment>
        <translation>未能读取配方</translation>
    </message>
    <message>
        <source>Choose a file or a folder first</source>
        <comment>import</comment>
        <translation>请先选择文件或文件夹</translation>
    </message>
    <message>
        <source>This cannot be imported</source>
        <comment>import</comment>
        <translation>无法导入</translation>
    </message>
    <message>
        <source>Product, version and platform must be there</source>
        <comment>import</comment>
        <translation>必须填写产品、版本和平台</translation>
    </message>
    <message>
        <source>P&amp;latform</source>
        <comment>import</comment>
        <translation>平台(&amp;T)</translation>
    </message>
    <message>
        <source>F&amp;ile …</source>
        <comment>button</comment>
        <translation>文件(&amp;L) …</translation>
    </message>
    <message>
        <source>&amp;Read from a file …</source>
        <comment>button</comment>
        <translation>从文件读取(&amp;E) …</translation>
    </message>
    <message>
        <source>Check &amp;with</source>
        <comment>recipe</comment>
        <translation>检查命令(&amp;H)</translation>
    </message>
    <message>
        <source>How it is installed</source>
        <comment>recipe</comment>
        <translation>安装方式</translation>
    </message>
    <message>
        <source>Program of it that installs it</source>
        <comment>recipe</comment>
        <translation>包内的安装程序</translation>
    </message>
    <message>
        <source>./install.sh --quiet</source>
        <comment>recipe, an example</comment>
        <translation>./install.sh --quiet</translation>
    </message>
    <message>
        <source>Time for the installation</source>
        <comment>recipe</comment>
        <translation>安装时限</translation>
    </message>
    <message>
        <source>Program of it that takes it back</source>
        <comment>recipe</comment>
        <translation>包内的回滚程序</translation>
    </message>
    <message>
        <source>empty: it cannot be taken back</source>
        <comment>recipe</comment>
        <translation>留空：无法回滚</translation>
    </message>
    <message>
        <source>Time for taking it back</source>
        <comment>recipe</comment>
        <translation>回滚时限</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <comment>recipe</comment>
        <translation>类型(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Install with</source>
        <comment>recipe</comment>
        <translation>安装命令(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Take back with</source>
        <comment>recipe</comment>
        <translation>回滚命令(&amp;B)</translation>
    </message>
    <message>
        <source>Where the check fails, the terminal runs the program that takes it back.</source>
        <comment>recipe</comment>
        <translation>检查失败时，终端会运行回滚程序。</translation>
    </message>
    <message>
        <source>Where the check fails, the terminal stays as it is: nothing takes it back.</source>
        <comment>recipe</comment>
        <translation>检查失败时，终端保持现状：不会回滚。</translation>
    </message>
    <message>
        <source>The program that installs it must be there</source>
        <comment>import</comment>
        <translation>必须填写安装程序</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::JoinCodeDialog</name>
    <message>
        <source>Add nodes</source>
        <comment>dialog</comment>
        <translation>添加节点</translation>
    </message>
    <message>
        <source>Add terminals</source>
        <comment>dialog</comment>
        <translation>添加终端</translation>
    </message>
    <message>
        <source>Cluster</source>
        <comment>join codes</comment>
        <translation>集群</translation>
    </message>
    <message>
        <source>Number of codes</source>
        <comment>join codes</comment>
        <translation>加入码数量</translation>
    </message>
    <message>
        <source>Terminals for each code</source>
        <comment>join codes</comment>
        <translation>每个加入码的终端数</translation>
    </message>
    <message>
        <source>Valid for</source>
        <comment>join codes</comment>
        <translation>有效期</translation>
    </message>
    <message>
        <source> h</source>
        <comment>hours, after a number</comment>
        <translation> 小时</translation>
    </message>
    <message>
        <source>Each must be let in by an administrator</source>
        <comment>join codes</comment>
        <translation>每台都须由管理员准入</translation>
    </message>
    <message>
        <source>&amp;Make codes</source>
        <comment>button</comment>
        <translation>生成加入码(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Copy commands</source>
        <comment>button</comment>
        <translation>复制命令(&amp;C)</translation>
    </message>
    <message>
        <source>Commands to run</source>
        <comment>join codes</comment>
        <translation>要执行的命令</translation>
    </message>
    <message>
        <source>The commands to run on the machine that becomes a node appear here.</source>
        <translation>要在将成为节点的机器上执行的命令会显示在这里。</translation>
    </message>
    <message>
        <source>The commands to run on each terminal appear here.</source>
        <translation>要在每个终端上执行的命令会显示在这里。</translation>
    </message>
    <message>
        <source>A code carries the manager&apos;s address and the fingerprint of its certificate: nothing else has to be typed or trusted. Whoever has it may join, so send it as you would a password.</source>
        <comment>join codes</comment>
        <translation>加入码包含管理器的地址及其证书指纹：无需输入或信任其他任何内容。持有加入码的人即可加入，请像对待密码一样发送它。</translation>
    </message>
    <message>
        <source>Valid until %1. The codes are shown only here and only now.</source>
        <comment>join codes</comment>
        <translation>有效期至 %1。加入码仅在此处显示这一次。</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::JoinPanel</name>
    <message>
        <source>A download node</source>
        <translation>下载节点</translation>
    </message>
    <message>
        <source>Paste this on the machine that will hand out packages. Any Linux machine with Signalbox&apos;s node program will do, this one too.</source>
        <translation>请粘贴到要分发软件包的机器上。任何装有 Signalbox 节点程序的 Linux 机器都可以，包括本机。</translation>
    </message>
    <message>
        <source>A terminal</source>
        <translation>终端</translation>
    </message>
    <message>
        <source>Paste this on the first machine that is to be upgraded.</source>
        <translation>请粘贴到第一台要升级的机器上。</translation>
    </message>
    <message>
        <source>Command: %1</source>
        <translation>命令：%1</translation>
    </message>
    <message>
        <source>making a join code …</source>
        <translation>正在生成加入码 …</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the command: %1</source>
        <translation>复制命令：%1</translation>
    </message>
    <message>
        <source>nobody has joined yet</source>
        <translation>尚无机器加入</translation>
    </message>
    <message numerus="yes">
        <source>%1 has joined (%n node(s) in all)</source>
        <translation>
            <numerusform>%1 已加入（共 %n 个节点）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 has joined (%n terminal(s) in all)</source>
        <translation>
            <numerusform>%1 已加入（共 %n 个终端）</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::ui::KeyChoice</name>
    <message>
        <source>Key to sign with</source>
        <comment>signatures</comment>
        <translation>用于签名的密钥</translation>
    </message>
    <message>
        <source>Key file</source>
        <comment>signatures</comment>
        <translation>密钥文件</translation>
    </message>
    <message>
        <source>The file of a key, or a recovery kit</source>
        <comment>signatures</comment>
        <translation>密钥文件或恢复包</translation>
    </message>
    <message>
        <source>Its passphrase</source>
        <comment>signatures</comment>
        <translation>其密码短语</translation>
    </message>
    <message>
        <source>&amp;Browse …</source>
        <comment>button</comment>
        <translation>浏览(&amp;B) …</translation>
    </message>
    <message>
        <source>Key &amp;file</source>
        <comment>signatures</comment>
        <translation>密钥文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <comment>signatures</comment>
        <translation>密码短语(&amp;P)</translation>
    </message>
    <message>
        <source>My key on this computer: %1</source>
        <comment>a key</comment>
        <translation>此计算机上我的密钥：%1</translation>
    </message>
    <message>
        <source>A key file or a recovery kit</source>
        <comment>a key</comment>
        <translation>密钥文件或恢复包</translation>
    </message>
    <message>
        <source>This computer has no keychain, so that no key can be kept here. A key file behind a passphrase does.</source>
        <comment>signatures</comment>
        <translation>这台计算机没有钥匙串，因此无法在此保存密钥。可以使用带密码短语的密钥文件。</translation>
    </message>
    <message>
        <source>The keychain of this computer does not give its keys out. Unlock it, or use a key file.</source>
        <comment>signatures</comment>
        <translation>这台计算机的钥匙串没有给出密钥。请解锁它，或使用密钥文件。</translation>
    </message>
    <message>
        <source>No key is kept on this computer.</source>
        <comment>signatures</comment>
        <translation>这台计算机上没有保存密钥。</translation>
    </message>
    <message>
        <source>So far as this computer knows, none of the keys that it keeps counts here.</source>
        <comment>signatures</comment>
        <translation>据这台计算机所知，它保存的密钥在此都不算数。</translation>
    </message>
    <message>
        <source>The keychain is being read</source>
        <comment>signatures</comment>
        <translation>正在读取钥匙串</translation>
    </message>
    <message>
        <source>Choose a key file</source>
        <comment>signatures</comment>
        <translation>选择密钥文件</translation>
    </message>
    <message>
        <source>The key file&apos;s passphrase is missing</source>
        <comment>signatures</comment>
        <translation>缺少密钥文件的密码短语</translation>
    </message>
    <message>
        <source>Choose a key file</source>
        <comment>dialog</comment>
        <translation>选择密钥文件</translation>
    </message>
    <message>
        <source>Sign &amp;with</source>
        <comment>signatures</comment>
        <translation>签名密钥(&amp;W)</translation>
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
        <translation>数据时效</translation>
    </message>
    <message>
        <source>Theme: as the system has it</source>
        <comment>command palette</comment>
        <translation>主题：跟随系统</translation>
    </message>
    <message>
        <source>Theme: light</source>
        <comment>command palette</comment>
        <translation>主题：浅色</translation>
    </message>
    <message>
        <source>Theme: dark</source>
        <comment>command palette</comment>
        <translation>主题：深色</translation>
    </message>
    <message>
        <source>Theme: high contrast</source>
        <comment>command palette</comment>
        <translation>主题：高对比度</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Find terminals</source>
        <comment>global search</comment>
        <translation>查找终端</translation>
    </message>
    <message>
        <source>Find terminals by name or id</source>
        <comment>global search</comment>
        <translation>按名称或标识查找终端</translation>
    </message>
    <message>
        <source>Ctrl+F</source>
        <comment>shortcut of the global search</comment>
        <translation>Ctrl+F</translation>
    </message>
    <message>
        <source>Commands</source>
        <comment>button</comment>
        <translation>命令</translation>
    </message>
    <message>
        <source>Everything by keyboard: Ctrl+K</source>
        <comment>tool tip</comment>
        <translation>全部操作均可用键盘完成：Ctrl+K</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <comment>command palette, a page</comment>
        <translation>转到：%1</translation>
    </message>
    <message>
        <source>Show the task log</source>
        <comment>command palette</comment>
        <translation>显示任务日志</translation>
    </message>
    <message>
        <source>Find terminals “%1”</source>
        <comment>command palette</comment>
        <translation>查找终端“%1”</translation>
    </message>
    <message>
        <source>no manager</source>
        <comment>age of the data</comment>
        <translation>无管理器</translation>
    </message>
    <message>
        <source>connecting …</source>
        <comment>age of the data</comment>
        <translation>正在连接 …</translation>
    </message>
    <message>
        <source>live</source>
        <comment>age of the data</comment>
        <translation>实时</translation>
    </message>
    <message>
        <source>%1 s old</source>
        <comment>age of the data</comment>
        <translation>%1 秒前的数据</translation>
    </message>
    <message>
        <source>disconnected since %1</source>
        <comment>age of the data</comment>
        <translation>自 %1 起断开</translation>
    </message>
    <message>
        <source>refused by the manager</source>
        <comment>age of the data</comment>
        <translation>被管理器拒绝</translation>
    </message>
    <message>
        <source>Connecting … %1</source>
        <comment>banner</comment>
        <translation>正在连接 … %1</translation>
    </message>
    <message>
        <source>The connection to the manager is interrupted; what you see may be out of date. Signalbox tries again by itself. %1</source>
        <comment>banner</comment>
        <translation>与管理器的连接已中断；您看到的内容可能已过时。Signalbox 会自动重试。%1</translation>
    </message>
    <message>
        <source>The manager cannot be used. %1</source>
        <comment>banner</comment>
        <translation>无法使用该管理器。%1</translation>
    </message>
    <message>
        <source>Connect again …</source>
        <comment>banner</comment>
        <translation>重新连接 …</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ManagerBanner</name>
    <message>
        <source>What the console says of its manager</source>
        <translation>控制台关于其管理器的提示</translation>
    </message>
    <message>
        <source>End the demo</source>
        <translation>结束演示</translation>
    </message>
    <message>
        <source>The demo fleet is starting …</source>
        <translation>正在启动演示机群 …</translation>
    </message>
    <message>
        <source>Demo fleet: nodes and terminals join, releases and rollouts appear. Nothing here is real.</source>
        <translation>演示机群：节点和终端正在加入，发行版和推送任务正在出现。这里的一切都不是真实的。</translation>
    </message>
    <message>
        <source>Demo fleet: simulated terminals on this computer. Try anything, nothing here is real.</source>
        <translation>演示机群：本机上的模拟终端。请随意尝试，这里的一切都不是真实的。</translation>
    </message>
    <message>
        <source>The demo fleet is being removed …</source>
        <translation>正在移除演示机群 …</translation>
    </message>
    <message>
        <source>The demo fleet failed. %1</source>
        <translation>演示机群启动失败。%1</translation>
    </message>
    <message>
        <source>The manager on this computer is starting …</source>
        <translation>正在启动本机的管理器 …</translation>
    </message>
    <message>
        <source>The manager on this computer is being stopped …</source>
        <translation>正在停止本机的管理器 …</translation>
    </message>
    <message>
        <source>The manager on this computer ended unexpectedly and is started again. Nothing that it answered is lost.</source>
        <translation>本机的管理器意外退出，正在重新启动。它已应答的内容不会丢失。</translation>
    </message>
    <message>
        <source>The manager on this computer cannot run. %1</source>
        <translation>本机的管理器无法运行。%1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ManagerButton</name>
    <message>
        <source>Manager</source>
        <translation>管理器</translation>
    </message>
    <message>
        <source>The manager on &amp;this computer</source>
        <translation>本机的管理器(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Connect to a manager …</source>
        <translation>连接到管理器(&amp;C) …</translation>
    </message>
    <message>
        <source>Let a node or terminal &amp;join …</source>
        <translation>让节点或终端加入(&amp;J) …</translation>
    </message>
    <message>
        <source>Try the &amp;demo fleet</source>
        <translation>试用演示机群(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;End the demo</source>
        <translation>结束演示(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Stop the manager on this computer …</source>
        <translation>停止本机的管理器(&amp;S) …</translation>
    </message>
    <message>
        <source>Stop it &amp;when the console ends</source>
        <translation>控制台退出时停止它(&amp;W)</translation>
    </message>
    <message>
        <source>Stop the manager</source>
        <translation>停止管理器</translation>
    </message>
    <message>
        <source>Rollouts stand still until it is started again: terminals get no permits and nodes no packages. Nothing is lost.</source>
        <translation>在重新启动之前，推送任务将停滞：终端得不到安装许可，节点得不到软件包。不会丢失任何内容。</translation>
    </message>
    <message>
        <source>&amp;Forget this manager</source>
        <translation>忘记此管理器(&amp;F)</translation>
    </message>
    <message>
        <source>No manager</source>
        <translation>无管理器</translation>
    </message>
    <message>
        <source>This computer</source>
        <comment>the manager&apos;s place</comment>
        <translation>本机</translation>
    </message>
    <message>
        <source>Demo fleet</source>
        <comment>the manager&apos;s place</comment>
        <translation>演示机群</translation>
    </message>
    <message>
        <source>Manager: %1</source>
        <translation>管理器：%1</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ManagerSettings</name>
    <message>
        <source>The manager that is open</source>
        <comment>settings</comment>
        <translation>当前打开的管理器</translation>
    </message>
    <message>
        <source>&amp;Copy the fingerprint</source>
        <comment>button</comment>
        <translation>复制指纹(&amp;C)</translation>
    </message>
    <message>
        <source>Whoever connects from elsewhere compares the fingerprint: tell it by a way that nobody can change.</source>
        <comment>settings</comment>
        <translation>从别处连接的人会比对指纹：请通过无法被篡改的途径告知。</translation>
    </message>
    <message>
        <source>The manager on this computer</source>
        <comment>settings</comment>
        <translation>本机的管理器</translation>
    </message>
    <message>
        <source>&amp;Start and open it</source>
        <comment>button</comment>
        <translation>启动并打开(&amp;S)</translation>
    </message>
    <message>
        <source>S&amp;top it …</source>
        <comment>button</comment>
        <translation>停止(&amp;T) …</translation>
    </message>
    <message>
        <source>Address that terminals reach</source>
        <comment>settings</comment>
        <translation>终端访问的地址</translation>
    </message>
    <message>
        <source>C&amp;hange …</source>
        <comment>button</comment>
        <translation>更改(&amp;H) …</translation>
    </message>
    <message>
        <source>Data folder</source>
        <comment>settings</comment>
        <translation>数据文件夹</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <comment>button, a folder</comment>
        <translation>打开(&amp;O)</translation>
    </message>
    <message>
        <source>Address for terminals</source>
        <comment>settings</comment>
        <translation>终端地址</translation>
    </message>
    <message>
        <source>Stop the manager on this computer?</source>
        <comment>question</comment>
        <translation>停止本机的管理器？</translation>
    </message>
    <message>
        <source>Rollouts stand still until it is started again: terminals get no permits and nodes no packages. Nothing is lost.</source>
        <comment>question</comment>
        <translation>在重新启动之前，推送任务将停滞：终端得不到安装许可，节点得不到软件包。不会丢失任何内容。</translation>
    </message>
    <message>
        <source>Stop the manager</source>
        <comment>button</comment>
        <translation>停止管理器</translation>
    </message>
    <message>
        <source>It goes on when the console ends</source>
        <comment>settings</comment>
        <translation>控制台退出后继续运行</translation>
    </message>
    <message>
        <source>While a rollout runs it goes on in any case</source>
        <comment>tool tip</comment>
        <translation>只要有推送任务进行，它就会继续运行</translation>
    </message>
    <message>
        <source>Signalbox starts in the background when I log in to this computer</source>
        <comment>settings</comment>
        <translation>登录本机时在后台启动 Signalbox</translation>
    </message>
    <message>
        <source>That was not changed</source>
        <comment>error</comment>
        <translation>未能更改</translation>
    </message>
    <message>
        <source>No manager is open</source>
        <comment>settings</comment>
        <translation>没有打开的管理器</translation>
    </message>
    <message>
        <source>Door for consoles</source>
        <comment>settings</comment>
        <translation>控制台入口</translation>
    </message>
    <message>
        <source>Door for terminals</source>
        <comment>settings</comment>
        <translation>终端入口</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <comment>settings</comment>
        <translation>指纹</translation>
    </message>
    <message>
        <source>Version</source>
        <comment>settings</comment>
        <translation>版本</translation>
    </message>
    <message>
        <source>Runs since</source>
        <comment>settings</comment>
        <translation>启动时间</translation>
    </message>
    <message>
        <source>Looks after</source>
        <comment>settings</comment>
        <translation>管理对象</translation>
    </message>
    <message>
        <source>%1 terminals, %2 nodes</source>
        <comment>settings, counts</comment>
        <translation>%1 个终端，%2 个节点</translation>
    </message>
    <message>
        <source>It runs.</source>
        <comment>settings, the manager here</comment>
        <translation>正在运行。</translation>
    </message>
    <message>
        <source>It cannot run. %1</source>
        <comment>settings, the manager here</comment>
        <translation>无法运行。%1</translation>
    </message>
    <message>
        <source>This console has not looked whether it runs.</source>
        <comment>settings</comment>
        <translation>此控制台尚未检查它是否在运行。</translation>
    </message>
    <message>
        <source>It is starting …</source>
        <comment>settings, the manager here</comment>
        <translation>正在启动 …</translation>
    </message>
    <message>
        <source>It is being stopped …</source>
        <comment>settings, the manager here</comment>
        <translation>正在停止 …</translation>
    </message>
    <message>
        <source>Change the address for terminals?</source>
        <comment>question</comment>
        <translation>更改终端地址？</translation>
    </message>
    <message>
        <source>The manager is started anew and says from then on that it is reached as %1. Terminals and nodes that joined by the old address must still reach it by that; join codes made before name the old one.</source>
        <comment>question</comment>
        <translation>管理器将重新启动，此后以 %1 作为其地址。通过旧地址加入的终端和节点仍须能通过旧地址访问它；此前生成的加入码仍指向旧地址。</translation>
    </message>
    <message>
        <source>Change the address</source>
        <comment>button</comment>
        <translation>更改地址</translation>
    </message>
    <message>
        <source>Manager</source>
        <comment>settings</comment>
        <translation>管理器</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::MembersDialog</name>
    <message>
        <source>Who holds the root</source>
        <comment>dialog</comment>
        <translation>谁持有根密钥</translation>
    </message>
    <message>
        <source>Who approves a product&apos;s releases</source>
        <comment>dialog</comment>
        <translation>谁批准产品的发行版</translation>
    </message>
    <message>
        <source>Product</source>
        <comment>signatures</comment>
        <translation>产品</translation>
    </message>
    <message>
        <source>How many must sign</source>
        <comment>signatures</comment>
        <translation>须有多少人签名</translation>
    </message>
    <message>
        <source>&amp;Product</source>
        <comment>signatures</comment>
        <translation>产品(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;How many must sign</source>
        <comment>signatures</comment>
        <translation>须有多少人签名(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Go on to sign …</source>
        <comment>button</comment>
        <translation>继续签名(&amp;G) …</translation>
    </message>
    <message>
        <source>They name the approvers, and change these keys. With three people of whom two must sign, one lost or stolen key is neither the end nor a danger. Terminals follow by themselves: none joins anew.</source>
        <comment>dialog</comment>
        <translation>他们指定审批者，并更改这些密钥。若三人中须有两人签名，丢失或被盗一个密钥既不致命也不危险。终端会自动跟随：无需重新加入。</translation>
    </message>
    <message>
        <source>Each signs on a computer of their own. With two who must sign, nobody can release alone.</source>
        <comment>dialog</comment>
        <translation>每个人都在自己的计算机上签名。若须两人签名，任何人都无法独自发布。</translation>
    </message>
    <message>
        <source>Keys that count</source>
        <comment>signatures</comment>
        <translation>有效的密钥</translation>
    </message>
    <message>
        <source>Add &amp;my key</source>
        <comment>button</comment>
        <translation>添加我的密钥(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Add a public key …</source>
        <comment>button</comment>
        <translation>添加公钥(&amp;A) …</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <comment>button</comment>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>Choose the file of a public key</source>
        <comment>dialog</comment>
        <translation>选择公钥文件</translation>
    </message>
    <message>
        <source>Fetching and verifying …</source>
        <comment>dialog</comment>
        <translation>正在获取并验证 …</translation>
    </message>
    <message>
        <source>No signatures are set up yet.</source>
        <comment>dialog</comment>
        <translation>尚未设置签名。</translation>
    </message>
    <message>
        <source>%1 (mine, on this computer)</source>
        <comment>a key</comment>
        <translation>%1（我的，在此计算机上）</translation>
    </message>
    <message>
        <source>%1: new</source>
        <comment>a key</comment>
        <translation>%1：新增</translation>
    </message>
    <message>
        <source>It is not verified</source>
        <comment>dialog</comment>
        <translation>尚未验证</translation>
    </message>
    <message>
        <source>Choose a product</source>
        <comment>dialog</comment>
        <translation>请选择产品</translation>
    </message>
    <message>
        <source>Add a key</source>
        <comment>dialog</comment>
        <translation>请添加密钥</translation>
    </message>
    <message>
        <source>More signatures than there are keys cannot be asked for</source>
        <comment>dialog</comment>
        <translation>要求的签名数不能多于密钥数</translation>
    </message>
    <message>
        <source>This computer has no keychain. Add the public key of your key file.</source>
        <comment>dialog</comment>
        <translation>这台计算机没有钥匙串。请添加您密钥文件的公钥。</translation>
    </message>
    <message>
        <source>No key is kept on this computer yet: make one in the settings, under Signatures.</source>
        <comment>dialog</comment>
        <translation>这台计算机上还没有密钥：请在设置的“签名”中创建。</translation>
    </message>
    <message>
        <source>There is no public key in that file.</source>
        <comment>dialog</comment>
        <translation>该文件中没有公钥。</translation>
    </message>
    <message>
        <source>Telling the manager …</source>
        <comment>dialog</comment>
        <translation>正在通知管理器 …</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::NodesPage</name>
    <message>
        <source>Nodes and clusters</source>
        <comment>page</comment>
        <translation>节点和集群</translation>
    </message>
    <message>
        <source>Nodes</source>
        <comment>accessible name</comment>
        <translation>节点</translation>
    </message>
    <message>
        <source>No nodes yet</source>
        <comment>empty state</comment>
        <translation>还没有节点</translation>
    </message>
    <message>
        <source>Nodes keep packages near the terminals and serve them. A rollout needs at least one: a machine that terminals reach, with some disk space.</source>
        <comment>empty state</comment>
        <translation>节点将软件包保存在终端附近并提供下载。推送任务至少需要一个节点：一台终端能够访问、有一定磁盘空间的机器。</translation>
    </message>
    <message>
        <source>Add nodes …</source>
        <comment>empty state</comment>
        <translation>添加节点 …</translation>
    </message>
    <message>
        <source>&amp;Add nodes …</source>
        <comment>button</comment>
        <translation>添加节点(&amp;A) …</translation>
    </message>
    <message>
        <source>New &amp;cluster …</source>
        <comment>button</comment>
        <translation>新建集群(&amp;C) …</translation>
    </message>
    <message>
        <source>Clusters</source>
        <comment>nodes</comment>
        <translation>集群</translation>
    </message>
    <message>
        <source>Add nodes …</source>
        <comment>action</comment>
        <translation>添加节点 …</translation>
    </message>
    <message>
        <source>Remove node …</source>
        <comment>button</comment>
        <translation>移除节点 …</translation>
    </message>
    <message>
        <source>Copies on the node</source>
        <comment>accessible name</comment>
        <translation>节点上的副本</translation>
    </message>
    <message>
        <source>Release</source>
        <comment>column</comment>
        <translation>发行版</translation>
    </message>
    <message>
        <source>State</source>
        <comment>column</comment>
        <translation>状态</translation>
    </message>
    <message>
        <source>Details</source>
        <comment>column</comment>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>Copies</source>
        <comment>node</comment>
        <translation>副本</translation>
    </message>
    <message>
        <source>No node chosen</source>
        <comment>nodes</comment>
        <translation>未选择节点</translation>
    </message>
    <message>
        <source>Contact</source>
        <comment>node</comment>
        <translation>联系</translation>
    </message>
    <message>
        <source>Last seen</source>
        <comment>node</comment>
        <translation>最近在线</translation>
    </message>
    <message>
        <source>Cluster</source>
        <comment>node</comment>
        <translation>集群</translation>
    </message>
    <message>
        <source>Address</source>
        <comment>node</comment>
        <translation>地址</translation>
    </message>
    <message>
        <source>Joined</source>
        <comment>node</comment>
        <translation>加入时间</translation>
    </message>
    <message>
        <source>#%1</source>
        <comment>number of a release</comment>
        <translation>#%1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>bytes</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1, since %2</source>
        <comment>details, a time</comment>
        <translation>%1，自 %2 起</translation>
    </message>
    <message>
        <source>New cluster</source>
        <comment>dialog</comment>
        <translation>新建集群</translation>
    </message>
    <message>
        <source>Name of the site or region whose nodes serve its terminals</source>
        <comment>dialog</comment>
        <translation>其节点所服务的站点或地区的名称</translation>
    </message>
    <message>
        <source>Make cluster</source>
        <comment>dialog</comment>
        <translation>创建集群</translation>
    </message>
    <message>
        <source>The cluster was not made</source>
        <comment>error</comment>
        <translation>未能创建集群</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <comment>question</comment>
        <translation>移除 %1？</translation>
    </message>
    <message>
        <source>Terminals are no longer sent to it and no package is sent there. Its machine keeps what is on its disk. To come back it must join anew.</source>
        <comment>question</comment>
        <translation>终端将不再被引导到它，也不再向它发送软件包。其机器会保留磁盘上的内容。若要恢复，必须重新加入。</translation>
    </message>
    <message>
        <source>Remove node</source>
        <comment>button</comment>
        <translation>移除节点</translation>
    </message>
    <message>
        <source>The node was not removed</source>
        <comment>error</comment>
        <translation>未能移除节点</translation>
    </message>
    <message>
        <source>Remove the cluster %1?</source>
        <comment>question</comment>
        <translation>移除集群 %1？</translation>
    </message>
    <message>
        <source>No node belongs to it. It cannot be removed while a terminal does.</source>
        <comment>question</comment>
        <translation>没有节点属于它。只要还有终端属于它，就无法移除。</translation>
    </message>
    <message>
        <source>Remove cluster</source>
        <comment>button</comment>
        <translation>移除集群</translation>
    </message>
    <message>
        <source>The cluster was not removed</source>
        <comment>error</comment>
        <translation>未能移除集群</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::Notifier</name>
    <message numerus="yes">
        <source>%n terminal(s) failed</source>
        <comment>notification</comment>
        <translation>
            <numerusform>%n 个终端失败</numerusform>
        </translation>
    </message>
    <message>
        <source>A rollout was paused by its breaker</source>
        <comment>notification</comment>
        <translation>推送任务已被熔断器暂停</translation>
    </message>
    <message>
        <source>A release waits for approval</source>
        <comment>notification</comment>
        <translation>有发行版等待审批</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::OverviewPage</name>
    <message>
        <source>Overview</source>
        <comment>page</comment>
        <translation>概览</translation>
    </message>
    <message>
        <source>terminals</source>
        <comment>overview, below a number</comment>
        <translation>终端</translation>
    </message>
    <message>
        <source>nodes</source>
        <comment>overview, below a number</comment>
        <translation>节点</translation>
    </message>
    <message>
        <source>rollouts under way</source>
        <comment>overview, below a number</comment>
        <translation>进行中的推送任务</translation>
    </message>
    <message>
        <source>Running now</source>
        <comment>overview</comment>
        <translation>正在进行</translation>
    </message>
    <message>
        <source>Waits for you</source>
        <comment>overview</comment>
        <translation>等待您处理</translation>
    </message>
    <message>
        <source>Versions on the terminals</source>
        <comment>overview</comment>
        <translation>终端上的版本</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>overview</comment>
        <translation>失败</translation>
    </message>
    <message>
        <source>Nodes</source>
        <comment>overview</comment>
        <translation>节点</translation>
    </message>
    <message>
        <source>Product</source>
        <comment>overview</comment>
        <translation>产品</translation>
    </message>
    <message>
        <source>No terminal runs a product of yours yet.</source>
        <comment>overview</comment>
        <translation>还没有终端运行您的产品。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a count, what of</comment>
        <translation>%2 %1</translation>
    </message>
    <message>
        <source>%1, begins %2</source>
        <comment>state, time</comment>
        <translation>%1，%2开始</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>state, counts</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between counts</comment>
        <translation>，</translation>
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
            <numerusform>%1：%n 个终端失败</numerusform>
        </translation>
    </message>
    <message>
        <source>No rollout is under way.</source>
        <comment>overview</comment>
        <translation>没有进行中的推送任务。</translation>
    </message>
    <message>
        <source>Nothing failed in what runs now.</source>
        <comment>overview</comment>
        <translation>当前进行中的任务没有失败。</translation>
    </message>
    <message>
        <source>Approve %1 %2</source>
        <comment>product, version</comment>
        <translation>批准 %1 %2</translation>
    </message>
    <message>
        <source>Decide about %1: it is paused</source>
        <comment>rollout</comment>
        <translation>处理 %1：已暂停</translation>
    </message>
    <message>
        <source>Start or delete the draft %1</source>
        <comment>rollout</comment>
        <translation>启动或删除草稿 %1</translation>
    </message>
    <message>
        <source>Open the gate of %1</source>
        <comment>rollout</comment>
        <translation>打开 %1 的闸门</translation>
    </message>
    <message numerus="yes">
        <source>%n terminal(s) ask to join</source>
        <comment>overview</comment>
        <translation>
            <numerusform>%n 个终端申请加入</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing. Enjoy it.</source>
        <comment>overview</comment>
        <translation>无。好好享受吧。</translation>
    </message>
    <message>
        <source>%1 is offline since %2</source>
        <comment>node, time</comment>
        <translation>%1 自 %2 起离线</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n copy(ies) not proven yet</source>
        <comment>node</comment>
        <translation>
            <numerusform>%1：%n 份副本尚未验证</numerusform>
        </translation>
    </message>
    <message>
        <source>Add the first node</source>
        <comment>overview</comment>
        <translation>添加第一个节点</translation>
    </message>
    <message>
        <source>All are online and in sync.</source>
        <comment>overview</comment>
        <translation>全部在线且已同步。</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <comment>lines of the overview</comment>
        <translation>
            <numerusform>另有 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>others</source>
        <comment>versions</comment>
        <translation>其他</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::PauseAll</name>
    <message numerus="yes">
        <source>%n rollout(s) paused.</source>
        <comment>pause all</comment>
        <translation>
            <numerusform>已暂停 %n 个推送任务。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be paused.</source>
        <comment>pause all</comment>
        <translation>
            <numerusform>%n 个未能暂停。</numerusform>
        </translation>
    </message>
    <message>
        <source>No rollout is under way: there was nothing to pause.</source>
        <comment>pause all</comment>
        <translation>没有进行中的推送任务：无需暂停。</translation>
    </message>
    <message>
        <source>No permit is out: nothing more is installed.</source>
        <comment>pause all</comment>
        <translation>没有已发出的安装许可：不会再安装任何内容。</translation>
    </message>
    <message numerus="yes">
        <source>%n permit(s) are out and cannot be recalled from a terminal that stays away.</source>
        <comment>pause all</comment>
        <translation>
            <numerusform>已发出 %n 个安装许可，无法从不联系的终端收回。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::ui::PendingView</name>
    <message>
        <source>Terminals that wait to be let in</source>
        <comment>accessible name</comment>
        <translation>等待准入的终端</translation>
    </message>
    <message>
        <source>Choose &amp;all</source>
        <comment>button</comment>
        <translation>全选(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Let in</source>
        <comment>button</comment>
        <translation>准入(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Refuse …</source>
        <comment>button</comment>
        <translation>拒绝(&amp;R) …</translation>
    </message>
    <message>
        <source>Nobody waits</source>
        <comment>empty state</comment>
        <translation>没有等待者</translation>
    </message>
    <message>
        <source>Terminals wait here when they join with a code that asks for a person&apos;s word, or without a code where that is allowed (Settings, Door for terminals).</source>
        <comment>empty state</comment>
        <translation>使用需人工确认的加入码加入的终端，或在允许的情况下（“设置”的“终端入口”）无码加入的终端，会在此等待。</translation>
    </message>
    <message>
        <source>Let in only what you know: compare the id and the address with the machine.</source>
        <comment>pending terminals</comment>
        <translation>只准入您认识的终端：请与机器核对标识和地址。</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Let %n in</source>
        <comment>button, several terminals</comment>
        <translation>
            <numerusform>准入 %n 个(&amp;L)</numerusform>
        </translation>
    </message>
    <message>
        <source>They were not let in</source>
        <comment>error</comment>
        <translation>未能准入</translation>
    </message>
    <message numerus="yes">
        <source>Refuse %n terminal(s)?</source>
        <comment>question</comment>
        <translation>
            <numerusform>拒绝 %n 个终端？</numerusform>
        </translation>
    </message>
    <message>
        <source>They leave the queue and are not let in. They may ask again.</source>
        <comment>question</comment>
        <translation>它们将离开队列且不被准入。它们可以再次请求。</translation>
    </message>
    <message>
        <source>Refuse</source>
        <comment>button</comment>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>They were not refused</source>
        <comment>error</comment>
        <translation>未能拒绝</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>error: what, why</comment>
        <translation>%1。%2</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::PhaseEditor</name>
    <message>
        <source>Pattern of phases</source>
        <comment>accessible name</comment>
        <translation>阶段模板</translation>
    </message>
    <message>
        <source>A pilot of 10 %, then all</source>
        <comment>pattern of phases</comment>
        <translation>先试点 10%，然后全部</translation>
    </message>
    <message>
        <source>5 %, 25 %, then all</source>
        <comment>pattern of phases</comment>
        <translation>5%、25%，然后全部</translation>
    </message>
    <message>
        <source>All at once</source>
        <comment>pattern of phases</comment>
        <translation>一次全部</translation>
    </message>
    <message>
        <source>Phases</source>
        <comment>accessible name</comment>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Phase</source>
        <comment>column</comment>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Size</source>
        <comment>column</comment>
        <translation>规模</translation>
    </message>
    <message>
        <source>Of</source>
        <comment>column, unit of the size</comment>
        <translation>单位</translation>
    </message>
    <message>
        <source>Must succeed</source>
        <comment>column</comment>
        <translation>须成功</translation>
    </message>
    <message>
        <source>Then wait</source>
        <comment>column</comment>
        <translation>然后等待</translation>
    </message>
    <message>
        <source>Gate</source>
        <comment>column</comment>
        <translation>闸门</translation>
    </message>
    <message>
        <source>&amp;Add phase</source>
        <comment>button</comment>
        <translation>添加阶段(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Remove phase</source>
        <comment>button</comment>
        <translation>移除阶段(&amp;R)</translation>
    </message>
    <message>
        <source>all</source>
        <comment>name of a phase</comment>
        <translation>全部</translation>
    </message>
    <message>
        <source>pilot</source>
        <comment>name of a phase</comment>
        <translation>试点</translation>
    </message>
    <message>
        <source>quarter</source>
        <comment>name of a phase</comment>
        <translation>四分之一</translation>
    </message>
    <message>
        <source>Name of the phase</source>
        <comment>accessible name</comment>
        <translation>阶段名称</translation>
    </message>
    <message>
        <source>Size of the phase</source>
        <comment>accessible name</comment>
        <translation>阶段规模</translation>
    </message>
    <message>
        <source>Unit of the size</source>
        <comment>accessible name</comment>
        <translation>规模单位</translation>
    </message>
    <message>
        <source>% of all</source>
        <comment>size of a phase</comment>
        <translation>% 的终端</translation>
    </message>
    <message>
        <source>terminals</source>
        <comment>size of a phase</comment>
        <translation>个终端</translation>
    </message>
    <message>
        <source>Share that must succeed</source>
        <comment>accessible name</comment>
        <translation>须成功的比例</translation>
    </message>
    <message>
        <source> %</source>
        <comment>percent, after a number</comment>
        <translation>%</translation>
    </message>
    <message>
        <source>Wait before the next phase</source>
        <comment>accessible name</comment>
        <translation>进入下一阶段前的等待时间</translation>
    </message>
    <message>
        <source> min</source>
        <comment>minutes, after a number</comment>
        <translation> 分钟</translation>
    </message>
    <message>
        <source>opened by hand</source>
        <comment>gate of a phase</comment>
        <translation>手动打开</translation>
    </message>
    <message>
        <source>Gate is opened by hand</source>
        <comment>accessible name</comment>
        <translation>闸门由人工打开</translation>
    </message>
    <message>
        <source>phase %1</source>
        <comment>name of a phase</comment>
        <translation>阶段 %1</translation>
    </message>
    <message>
        <source>the rest</source>
        <comment>size of the last phase</comment>
        <translation>其余</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::PhaseLadder</name>
    <message>
        <source>Phases</source>
        <comment>accessible name</comment>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Open</source>
        <comment>sync gate</comment>
        <translation>已打开</translation>
    </message>
    <message>
        <source>Closed</source>
        <comment>sync gate</comment>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>Not begun</source>
        <comment>sync gate</comment>
        <translation>未开始</translation>
    </message>
    <message>
        <source>Packages on the nodes</source>
        <comment>ladder</comment>
        <translation>节点上的软件包</translation>
    </message>
    <message>
        <source>copies proven</source>
        <comment>ladder</comment>
        <translation>已验证副本</translation>
    </message>
    <message>
        <source>copies missing</source>
        <comment>ladder</comment>
        <translation>缺失副本</translation>
    </message>
    <message>
        <source>Sync gate: terminals are offered nothing before enough nodes have proven their copies</source>
        <comment>ladder</comment>
        <translation>同步闸门：在足够多的节点验证其副本之前，不会向终端提供任何内容</translation>
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
        <translation>已登录</translation>
    </message>
    <message>
        <source>&amp;Log out …</source>
        <comment>button</comment>
        <translation>退出登录(&amp;L) …</translation>
    </message>
    <message>
        <source>Another password</source>
        <comment>settings</comment>
        <translation>更改密码</translation>
    </message>
    <message>
        <source>Password now</source>
        <comment>settings</comment>
        <translation>当前密码</translation>
    </message>
    <message>
        <source>New password</source>
        <comment>settings</comment>
        <translation>新密码</translation>
    </message>
    <message>
        <source>New password again</source>
        <comment>settings</comment>
        <translation>再次输入新密码</translation>
    </message>
    <message>
        <source>&amp;Change the password</source>
        <comment>button</comment>
        <translation>更改密码(&amp;C)</translation>
    </message>
    <message>
        <source>It ends your other sessions, on other computers too.</source>
        <comment>settings</comment>
        <translation>这会结束您的其他会话，包括其他电脑上的会话。</translation>
    </message>
    <message>
        <source>The manager on this computer lets in whoever may read its data folder; there is nothing to log out of</source>
        <comment>tool tip</comment>
        <translation>本机的管理器允许能读取其数据文件夹者进入；无需退出登录</translation>
    </message>
    <message>
        <source>Whoever comes in with a token has no password here.</source>
        <comment>settings</comment>
        <translation>使用令牌接入者在此没有密码。</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <comment>settings</comment>
        <translation>尚无人登录</translation>
    </message>
    <message>
        <source>with name and password</source>
        <comment>settings, how one came in</comment>
        <translation>使用用户名和密码</translation>
    </message>
    <message>
        <source>with a token</source>
        <comment>settings, how one came in</comment>
        <translation>使用令牌</translation>
    </message>
    <message>
        <source>Name</source>
        <comment>settings</comment>
        <translation>名称</translation>
    </message>
    <message>
        <source>Role</source>
        <comment>settings</comment>
        <translation>角色</translation>
    </message>
    <message>
        <source>Came in</source>
        <comment>settings</comment>
        <translation>登录方式</translation>
    </message>
    <message>
        <source>Until</source>
        <comment>settings</comment>
        <translation>有效至</translation>
    </message>
    <message>
        <source>A token has no password; accounts have</source>
        <comment>settings</comment>
        <translation>令牌没有密码；账户才有</translation>
    </message>
    <message>
        <source>The password now must be there</source>
        <comment>settings</comment>
        <translation>必须填写当前密码</translation>
    </message>
    <message>
        <source>The password now is another one.</source>
        <comment>settings</comment>
        <translation>当前密码不正确。</translation>
    </message>
    <message>
        <source>It is changed.</source>
        <comment>settings, a password</comment>
        <translation>已更改。</translation>
    </message>
    <message>
        <source>Log out of %1?</source>
        <comment>question</comment>
        <translation>退出 %1？</translation>
    </message>
    <message>
        <source>What the keychain holds for it is removed; the manager stays in the list. Rollouts go on.</source>
        <comment>question</comment>
        <translation>密钥环中为其保存的内容将被移除；管理器仍保留在列表中。推送任务继续进行。</translation>
    </message>
    <message>
        <source>Log out</source>
        <comment>button</comment>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>Profile</source>
        <comment>settings</comment>
        <translation>个人资料</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ReleaseImport</name>
    <message>
        <source>Packing the folder …</source>
        <comment>import</comment>
        <translation>正在打包文件夹 …</translation>
    </message>
    <message>
        <source>Sending …</source>
        <comment>import</comment>
        <translation>正在发送 …</translation>
    </message>
    <message>
        <source>Interrupted, goes on by itself. %1</source>
        <comment>import</comment>
        <translation>已中断，将自动继续。%1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>bytes sent</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1, %2/s, %3 left</source>
        <comment>bytes sent, rate, time</comment>
        <translation>%1，%2/秒，剩余 %3</translation>
    </message>
    <message>
        <source>Making the release …</source>
        <comment>import</comment>
        <translation>正在创建发行版 …</translation>
    </message>
    <message>
        <source>%1 %2 is there</source>
        <comment>product, version</comment>
        <translation>%1 %2 已就绪</translation>
    </message>
    <message>
        <source>Nothing was changed</source>
        <comment>import</comment>
        <translation>未作任何更改</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ReleaseView</name>
    <message>
        <source>What people said</source>
        <comment>release</comment>
        <translation>审批意见</translation>
    </message>
    <message>
        <source>No release chosen</source>
        <comment>release</comment>
        <translation>未选择发行版</translation>
    </message>
    <message>
        <source>Choose a release in the table to see what is in it, or drop a file or folder here to import one.</source>
        <comment>release</comment>
        <translation>在表格中选择一个发行版以查看其内容，或将文件或文件夹拖放到此处进行导入。</translation>
    </message>
    <message>
        <source>&amp;Ask for approval</source>
        <comment>release</comment>
        <translation>申请审批(&amp;A)</translation>
    </message>
    <message>
        <source>A&amp;pprove …</source>
        <comment>release</comment>
        <translation>批准(&amp;P) …</translation>
    </message>
    <message>
        <source>&amp;Refuse …</source>
        <comment>release</comment>
        <translation>驳回(&amp;R) …</translation>
    </message>
    <message>
        <source>&amp;Plan a rollout …</source>
        <comment>release</comment>
        <translation>计划推送任务(&amp;P) …</translation>
    </message>
    <message>
        <source>&amp;Withdraw …</source>
        <comment>release</comment>
        <translation>撤回(&amp;W) …</translation>
    </message>
    <message>
        <source>&amp;Delete …</source>
        <comment>release</comment>
        <translation>删除(&amp;D) …</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>state of a release, what is next</comment>
        <translation>%1。%2</translation>
    </message>
    <message>
        <source>Channel</source>
        <comment>release</comment>
        <translation>通道</translation>
    </message>
    <message>
        <source>Created</source>
        <comment>release</comment>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <comment>time, name</comment>
        <translation>%1，由 %2</translation>
    </message>
    <message>
        <source>What is new</source>
        <comment>release</comment>
        <translation>更新内容</translation>
    </message>
    <message>
        <source>Packages</source>
        <comment>release</comment>
        <translation>软件包</translation>
    </message>
    <message>
        <source>Digest</source>
        <comment>release</comment>
        <translation>摘要</translation>
    </message>
    <message>
        <source>✓ %1 approved it %2</source>
        <comment>who, when</comment>
        <translation>✓ %1 于 %2 批准</translation>
    </message>
    <message>
        <source>✗ %1 refused it %2</source>
        <comment>who, when</comment>
        <translation>✗ %1 于 %2 驳回</translation>
    </message>
    <message>
        <source>(of what it was then; it was changed since)</source>
        <comment>approval</comment>
        <translation>（针对当时的内容；此后已更改）</translation>
    </message>
    <message>
        <source>It was not given to review</source>
        <comment>error</comment>
        <translation>未能提交审批</translation>
    </message>
    <message>
        <source>Withdraw %1?</source>
        <comment>question</comment>
        <translation>撤回 %1？</translation>
    </message>
    <message>
        <source>It is offered to no terminal any more, no further permit is given, and nodes drop it after a while. Terminals that run it keep it. This cannot be taken back.</source>
        <comment>question</comment>
        <translation>它将不再提供给任何终端，也不再发放安装许可，节点会在一段时间后将其删除。正在运行它的终端会保留它。此操作无法撤销。</translation>
    </message>
    <message>
        <source>Withdraw release</source>
        <comment>button</comment>
        <translation>撤回发行版</translation>
    </message>
    <message>
        <source>The release was not withdrawn</source>
        <comment>error</comment>
        <translation>未能撤回发行版</translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <comment>question</comment>
        <translation>删除 %1？</translation>
    </message>
    <message>
        <source>The draft goes with its packages. Nobody was offered it.</source>
        <comment>question</comment>
        <translation>草稿及其软件包将被删除。它从未提供给任何终端。</translation>
    </message>
    <message>
        <source>Delete draft</source>
        <comment>button</comment>
        <translation>删除草稿</translation>
    </message>
    <message>
        <source>The draft was not deleted</source>
        <comment>error</comment>
        <translation>未能删除草稿</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ReleasesPage</name>
    <message>
        <source>Releases</source>
        <comment>page</comment>
        <translation>发行版</translation>
    </message>
    <message>
        <source>Releases</source>
        <comment>accessible name</comment>
        <translation>发行版</translation>
    </message>
    <message>
        <source>No releases yet</source>
        <comment>empty state</comment>
        <translation>还没有发行版</translation>
    </message>
    <message>
        <source>Drop a folder, an archive or an image here: it becomes a release that people approve and that rollouts take to terminals.</source>
        <comment>empty state</comment>
        <translation>将文件夹、归档文件或镜像拖放到此处：它将成为一个发行版，经审批后由推送任务送达终端。</translation>
    </message>
    <message>
        <source>Import a release …</source>
        <comment>empty state</comment>
        <translation>导入发行版 …</translation>
    </message>
    <message>
        <source>&amp;Import a release …</source>
        <comment>button</comment>
        <translation>导入发行版(&amp;I) …</translation>
    </message>
    <message>
        <source>or drop a file or folder on this page</source>
        <comment>releases</comment>
        <translation>或将文件或文件夹拖放到此页面</translation>
    </message>
    <message>
        <source>Import a release …</source>
        <comment>action</comment>
        <translation>导入发行版 …</translation>
    </message>
    <message>
        <source>Import %1 %2 for %3</source>
        <comment>product, version, platform</comment>
        <translation>导入 %1 %2（%3）</translation>
    </message>
    <message>
        <source>The import failed. %1</source>
        <comment>error</comment>
        <translation>导入失败。%1</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ReplaceDialog</name>
    <message>
        <source>Replace a key</source>
        <comment>dialog</comment>
        <translation>替换密钥</translation>
    </message>
    <message>
        <source>Key that goes</source>
        <comment>signatures</comment>
        <translation>要替换的密钥</translation>
    </message>
    <message>
        <source>Key that &amp;goes</source>
        <comment>signatures</comment>
        <translation>要替换的密钥(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Replace the key</source>
        <comment>button</comment>
        <translation>替换密钥(&amp;R)</translation>
    </message>
    <message>
        <source>For a key that was lost, stolen or got old. A new one is made here and kept in this computer&apos;s keychain; it takes the other&apos;s place wherever that one counted. Sign with another key that holds the root, such as the recovery kit&apos;s. Terminals follow by themselves: none joins anew.</source>
        <comment>dialog</comment>
        <translation>用于丢失、被盗或过旧的密钥。将在此创建新密钥并保存在这台计算机的钥匙串中；凡旧密钥有效之处均由它取代。请用另一个根密钥签名，例如恢复包中的密钥。终端会自动跟随：无需重新加入。</translation>
    </message>
    <message>
        <source>Fetching and verifying …</source>
        <comment>dialog</comment>
        <translation>正在获取并验证 …</translation>
    </message>
    <message>
        <source>No signatures are set up yet.</source>
        <comment>dialog</comment>
        <translation>尚未设置签名。</translation>
    </message>
    <message>
        <source>%1 (mine, on this computer)</source>
        <comment>a key</comment>
        <translation>%1（我的，在此计算机上）</translation>
    </message>
    <message>
        <source>It is not verified</source>
        <comment>dialog</comment>
        <translation>尚未验证</translation>
    </message>
    <message>
        <source>Replacing the key …</source>
        <comment>dialog</comment>
        <translation>正在替换密钥 …</translation>
    </message>
    <message>
        <source>The passphrase does not open that file.</source>
        <comment>dialog</comment>
        <translation>该密码短语打不开此文件。</translation>
    </message>
    <message>
        <source>The key file cannot be read.</source>
        <comment>dialog</comment>
        <translation>无法读取密钥文件。</translation>
    </message>
    <message>
        <source>That key does not hold the root. Choose one that does: the recovery kit&apos;s, or that of another root holder.</source>
        <comment>dialog</comment>
        <translation>该密钥不是根密钥。请选择根密钥：恢复包中的密钥，或其他根持有者的密钥。</translation>
    </message>
    <message>
        <source>The keychain of this computer does not take the new key. Without one, use signalboxctl with a key file.</source>
        <comment>dialog</comment>
        <translation>这台计算机的钥匙串不接受新密钥。若没有钥匙串，请使用 signalboxctl 和密钥文件。</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::RolloutView</name>
    <message>
        <source>Parts of the rollout</source>
        <comment>accessible name</comment>
        <translation>推送任务的各部分</translation>
    </message>
    <message>
        <source>Ladder</source>
        <comment>tab</comment>
        <translation>进程</translation>
    </message>
    <message>
        <source>Terminals</source>
        <comment>tab</comment>
        <translation>终端</translation>
    </message>
    <message>
        <source>Plan</source>
        <comment>tab</comment>
        <translation>计划</translation>
    </message>
    <message>
        <source>No rollout chosen</source>
        <comment>rollout view</comment>
        <translation>未选择推送任务</translation>
    </message>
    <message>
        <source>Choose a rollout in the table to see its phases, its terminals and what can be done.</source>
        <comment>rollout view</comment>
        <translation>在表格中选择一个推送任务，以查看其阶段、终端以及可执行的操作。</translation>
    </message>
    <message>
        <source>&amp;Start …</source>
        <comment>rollout</comment>
        <translation>启动(&amp;S) …</translation>
    </message>
    <message>
        <source>Open &amp;gate …</source>
        <comment>rollout</comment>
        <translation>打开闸门(&amp;G) …</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <comment>rollout</comment>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <source>No further terminal is let install; at once. Ctrl+P</source>
        <comment>tool tip</comment>
        <translation>立即停止允许更多终端安装。Ctrl+P</translation>
    </message>
    <message>
        <source>&amp;Resume …</source>
        <comment>rollout</comment>
        <translation>继续(&amp;R) …</translation>
    </message>
    <message>
        <source>S&amp;top …</source>
        <comment>rollout</comment>
        <translation>停止(&amp;T) …</translation>
    </message>
    <message>
        <source>&amp;Delete …</source>
        <comment>rollout</comment>
        <translation>删除(&amp;D) …</translation>
    </message>
    <message>
        <source>&amp;Failures</source>
        <comment>rollout</comment>
        <translation>失败(&amp;F)</translation>
    </message>
    <message>
        <source>Which terminals of the rollout</source>
        <comment>accessible name</comment>
        <translation>推送任务的哪些终端</translation>
    </message>
    <message>
        <source>All terminals</source>
        <comment>filter</comment>
        <translation>全部终端</translation>
    </message>
    <message>
        <source>Failed or rolled back</source>
        <comment>filter</comment>
        <translation>失败或已回滚</translation>
    </message>
    <message>
        <source>Under way</source>
        <comment>filter</comment>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Waiting</source>
        <comment>filter</comment>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <comment>filter</comment>
        <translation>成功</translation>
    </message>
    <message>
        <source>Refused, cancelled, superseded</source>
        <comment>filter</comment>
        <translation>被拒绝、已取消、已被取代</translation>
    </message>
    <message>
        <source>Terminals of the rollout</source>
        <comment>accessible name</comment>
        <translation>推送任务的终端</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>name of a rollout, its release</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Paused by the breaker</source>
        <comment>rollout</comment>
        <translation>已被熔断器暂停</translation>
    </message>
    <message>
        <source>Nothing happens before you start it.</source>
        <comment>rollout</comment>
        <translation>在您启动之前，什么都不会发生。</translation>
    </message>
    <message>
        <source>Packages go to the nodes %1 (%2).</source>
        <comment>rollout, a time from now, the time</comment>
        <translation>软件包将在%1发送到节点（%2）。</translation>
    </message>
    <message numerus="yes">
        <source>%n permit(s) are out and cannot be recalled.</source>
        <comment>rollout</comment>
        <translation>
            <numerusform>已发出 %n 个安装许可，无法收回。</numerusform>
        </translation>
    </message>
    <message>
        <source>off</source>
        <comment>breaker</comment>
        <translation>关闭</translation>
    </message>
    <message>
        <source>above %1 failures or %2</source>
        <comment>breaker; 0 is off</comment>
        <translation>超过 %1 个失败或 %2</translation>
    </message>
    <message>
        <source>Audience</source>
        <comment>plan</comment>
        <translation>目标范围</translation>
    </message>
    <message>
        <source>every terminal</source>
        <comment>audience</comment>
        <translation>所有终端</translation>
    </message>
    <message>
        <source>Terminals</source>
        <comment>plan</comment>
        <translation>终端</translation>
    </message>
    <message>
        <source>Packages go out</source>
        <comment>plan</comment>
        <translation>软件包下发</translation>
    </message>
    <message>
        <source>at once</source>
        <comment>plan</comment>
        <translation>立即</translation>
    </message>
    <message>
        <source>Terminals may install</source>
        <comment>plan</comment>
        <translation>终端可安装时间</translation>
    </message>
    <message>
        <source>as soon as they have it</source>
        <comment>plan</comment>
        <translation>下载完成后立即</translation>
    </message>
    <message>
        <source>Pauses itself</source>
        <comment>plan</comment>
        <translation>自动暂停</translation>
    </message>
    <message>
        <source>Tries</source>
        <comment>plan</comment>
        <translation>尝试次数</translation>
    </message>
    <message>
        <source>%1 more after the first, %2 later</source>
        <comment>plan</comment>
        <translation>首次之后再试 %1 次，间隔 %2</translation>
    </message>
    <message>
        <source>Priority</source>
        <comment>plan</comment>
        <translation>优先级</translation>
    </message>
    <message>
        <source>Permit holds</source>
        <comment>plan</comment>
        <translation>许可有效期</translation>
    </message>
    <message>
        <source>Silent for</source>
        <comment>plan</comment>
        <translation>无反馈</translation>
    </message>
    <message>
        <source>%1 counts as failed</source>
        <comment>plan</comment>
        <translation>超过 %1 视为失败</translation>
    </message>
    <message>
        <source>Window</source>
        <comment>plan</comment>
        <translation>时间窗口</translation>
    </message>
    <message>
        <source>Deadline</source>
        <comment>plan</comment>
        <translation>截止时间</translation>
    </message>
    <message>
        <source>Created</source>
        <comment>plan</comment>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <comment>time, name</comment>
        <translation>%1，由 %2</translation>
    </message>
    <message>
        <source>Started</source>
        <comment>plan</comment>
        <translation>启动时间</translation>
    </message>
    <message>
        <source>Ended</source>
        <comment>plan</comment>
        <translation>结束时间</translation>
    </message>
    <message>
        <source>The rollout was not started</source>
        <comment>error</comment>
        <translation>未能启动推送任务</translation>
    </message>
    <message>
        <source>The rollout was not paused</source>
        <comment>error</comment>
        <translation>未能暂停推送任务</translation>
    </message>
    <message>
        <source>Resume “%1”?</source>
        <comment>question</comment>
        <translation>继续“%1”？</translation>
    </message>
    <message>
        <source>The breaker paused it. Resuming accepts the failures so far: the breaker counts from here, and further terminals install this release.</source>
        <comment>question</comment>
        <translation>它已被熔断器暂停。继续即表示接受目前的失败：熔断器将从现在重新计数，更多终端会安装此发行版。</translation>
    </message>
    <message>
        <source>Further terminals may install this release.</source>
        <comment>question</comment>
        <translation>更多终端可以安装此发行版。</translation>
    </message>
    <message>
        <source>Resume rollout</source>
        <comment>button</comment>
        <translation>继续推送任务</translation>
    </message>
    <message>
        <source>The rollout was not resumed</source>
        <comment>error</comment>
        <translation>未能继续推送任务</translation>
    </message>
    <message>
        <source>Stop “%1” for good?</source>
        <comment>question</comment>
        <translation>永久停止“%1”？</translation>
    </message>
    <message>
        <source>Stop rollout</source>
        <comment>button</comment>
        <translation>停止推送任务</translation>
    </message>
    <message>
        <source>The rollout was not stopped</source>
        <comment>error</comment>
        <translation>未能停止推送任务</translation>
    </message>
    <message>
        <source>Open the gate to “%1”?</source>
        <comment>question, a phase</comment>
        <translation>打开通往“%1”的闸门？</translation>
    </message>
    <message numerus="yes">
        <source>%n more terminal(s) may install once the share of this phase is reached.</source>
        <comment>question</comment>
        <translation>
            <numerusform>达到本阶段的比例后，还有 %n 个终端可以安装。</numerusform>
        </translation>
    </message>
    <message>
        <source>Open gate</source>
        <comment>button</comment>
        <translation>打开闸门</translation>
    </message>
    <message>
        <source>The gate was not opened</source>
        <comment>error</comment>
        <translation>未能打开闸门</translation>
    </message>
    <message>
        <source>Delete the draft “%1”?</source>
        <comment>question</comment>
        <translation>删除草稿“%1”？</translation>
    </message>
    <message>
        <source>The plan goes; no terminal has been told of it.</source>
        <comment>question</comment>
        <translation>计划将被删除；尚未通知任何终端。</translation>
    </message>
    <message>
        <source>Delete draft</source>
        <comment>button</comment>
        <translation>删除草稿</translation>
    </message>
    <message>
        <source>The draft was not deleted</source>
        <comment>error</comment>
        <translation>未能删除草稿</translation>
    </message>
    <message>
        <source>Roll &amp;back …</source>
        <comment>rollout</comment>
        <translation>回滚(&amp;B) …</translation>
    </message>
    <message>
        <source>Plans how its terminals go back to an older release</source>
        <comment>tool tip</comment>
        <translation>计划其终端如何恢复到较早的发行版</translation>
    </message>
    <message>
        <source>Freeze</source>
        <comment>plan</comment>
        <translation>冻结期</translation>
    </message>
    <message>
        <source>from %1 to %2 %3</source>
        <comment>freeze: days, why</comment>
        <translation>%1 至 %2 %3</translation>
    </message>
    <message>
        <source>No further terminal gets this release from this rollout, and it cannot be started again. Terminals that have installed it keep it.</source>
        <comment>question</comment>
        <translation>不会再有终端通过此推送任务获得该发行版，且任务无法再次启动。已安装的终端会保留它。</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::RolloutWizard</name>
    <message>
        <source>Plan a rollout</source>
        <comment>dialog</comment>
        <translation>计划推送任务</translation>
    </message>
    <message>
        <source>&amp;Create rollout</source>
        <comment>button</comment>
        <translation>创建推送任务(&amp;C)</translation>
    </message>
    <message>
        <source>What</source>
        <comment>step</comment>
        <translation>内容</translation>
    </message>
    <message>
        <source>Which release goes out, and what people call this rollout.</source>
        <comment>step</comment>
        <translation>要推送哪个发行版，以及此推送任务的名称。</translation>
    </message>
    <message>
        <source>Release</source>
        <comment>wizard</comment>
        <translation>发行版</translation>
    </message>
    <message>
        <source>Name of the rollout</source>
        <comment>wizard</comment>
        <translation>推送任务名称</translation>
    </message>
    <message>
        <source>&amp;Release</source>
        <comment>wizard</comment>
        <translation>发行版(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <comment>wizard</comment>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>Who</source>
        <comment>step</comment>
        <translation>对象</translation>
    </message>
    <message>
        <source>Which terminals get it. Those that match when it starts are its audience.</source>
        <comment>step</comment>
        <translation>哪些终端获得它。启动时匹配的终端即为目标范围。</translation>
    </message>
    <message>
        <source>Audience</source>
        <comment>wizard</comment>
        <translation>目标范围</translation>
    </message>
    <message>
        <source>Counting …</source>
        <comment>audience</comment>
        <translation>正在统计 …</translation>
    </message>
    <message>
        <source>&amp;Audience</source>
        <comment>wizard</comment>
        <translation>目标范围(&amp;A)</translation>
    </message>
    <message>
        <source>Leave it empty for every terminal. Examples:
tag.site==berlin   terminals with the tag site=berlin
installed.kiosk=lt=2.4   that run an older kiosk than 2.4
tag.kind==till;platform==linux-amd64   both must hold</source>
        <comment>audience</comment>
        <translation>留空表示所有终端。示例：
tag.site==berlin   带有标签 site=berlin 的终端
installed.kiosk=lt=2.4   运行的 kiosk 早于 2.4
tag.kind==till;platform==linux-amd64   两者须同时满足</translation>
    </message>
    <message numerus="yes">
        <source>%n terminal(s) get it</source>
        <comment>audience</comment>
        <translation>
            <numerusform>%n 个终端将获得它</numerusform>
        </translation>
    </message>
    <message>
        <source>The filter is not right yet</source>
        <comment>audience</comment>
        <translation>筛选条件尚不正确</translation>
    </message>
    <message>
        <source>When</source>
        <comment>step</comment>
        <translation>时间</translation>
    </message>
    <message>
        <source>Times are of this computer (%1).</source>
        <comment>step</comment>
        <translation>时间以本机为准（%1）。</translation>
    </message>
    <message>
        <source>Packages go to the nodes not before</source>
        <comment>wizard</comment>
        <translation>软件包最早下发到节点的时间</translation>
    </message>
    <message>
        <source>Issue time</source>
        <comment>wizard</comment>
        <translation>下发时间</translation>
    </message>
    <message>
        <source>Terminals install not before</source>
        <comment>wizard</comment>
        <translation>终端最早安装的时间</translation>
    </message>
    <message>
        <source>Update time</source>
        <comment>wizard</comment>
        <translation>升级时间</translation>
    </message>
    <message>
        <source>The user of each terminal must confirm first</source>
        <comment>wizard</comment>
        <translation>须先由各终端的用户确认</translation>
    </message>
    <message>
        <source>Terminals download as soon as enough nodes have the packages, and hold them until they may install.</source>
        <comment>wizard</comment>
        <translation>只要有足够多的节点拥有软件包，终端就开始下载，并保留到允许安装为止。</translation>
    </message>
    <message>
        <source>How</source>
        <comment>step</comment>
        <translation>方式</translation>
    </message>
    <message>
        <source>A few terminals first; the next phase begins when the one before went well.</source>
        <comment>step</comment>
        <translation>先推送少量终端；前一阶段顺利完成后才开始下一阶段。</translation>
    </message>
    <message>
        <source>Pause above this share of failures</source>
        <comment>wizard</comment>
        <translation>失败比例超过此值时暂停</translation>
    </message>
    <message>
        <source> %</source>
        <comment>percent, after a number</comment>
        <translation>%</translation>
    </message>
    <message>
        <source>off</source>
        <comment>breaker</comment>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Pause above this many failures</source>
        <comment>wizard</comment>
        <translation>失败数量超过此值时暂停</translation>
    </message>
    <message>
        <source>Attempts after the first</source>
        <comment>wizard</comment>
        <translation>首次之后的尝试次数</translation>
    </message>
    <message>
        <source>Priority</source>
        <comment>wizard</comment>
        <translation>优先级</translation>
    </message>
    <message>
        <source>Of several rollouts that want one terminal the highest goes first</source>
        <comment>tool tip</comment>
        <translation>多个推送任务涉及同一终端时，优先级最高的先执行</translation>
    </message>
    <message>
        <source>Pause itself above</source>
        <comment>wizard</comment>
        <translation>自动暂停的失败比例</translation>
    </message>
    <message>
        <source>or above this many failures</source>
        <comment>wizard</comment>
        <translation>或失败数量超过</translation>
    </message>
    <message>
        <source>Look it over</source>
        <comment>step</comment>
        <translation>检查</translation>
    </message>
    <message>
        <source>Start it at once</source>
        <comment>wizard</comment>
        <translation>立即启动</translation>
    </message>
    <message>
        <source>Without this it stays a draft: nothing happens before you start it.</source>
        <comment>wizard</comment>
        <translation>不勾选则保留为草稿：在您启动之前，什么都不会发生。</translation>
    </message>
    <message>
        <source>%1 %2 (%3) – %4</source>
        <comment>product, version, channel, state of a release</comment>
        <translation>%1 %2（%3）– %4</translation>
    </message>
    <message>
        <source>There is no release yet. Import one on the page Releases first.</source>
        <comment>wizard</comment>
        <translation>还没有发行版。请先在“发行版”页面导入。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>product, version</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>It is not approved yet: the rollout can be planned, and started once it is.</source>
        <comment>wizard</comment>
        <translation>它尚未获得批准：可以先计划推送任务，批准后再启动。</translation>
    </message>
    <message>
        <source>Release</source>
        <comment>plan</comment>
        <translation>发行版</translation>
    </message>
    <message>
        <source>Audience</source>
        <comment>plan</comment>
        <translation>目标范围</translation>
    </message>
    <message>
        <source>every terminal</source>
        <comment>audience</comment>
        <translation>所有终端</translation>
    </message>
    <message>
        <source>at once</source>
        <comment>plan</comment>
        <translation>立即</translation>
    </message>
    <message>
        <source>from %1</source>
        <comment>time</comment>
        <translation>自 %1 起</translation>
    </message>
    <message>
        <source>as soon as they have it</source>
        <comment>plan</comment>
        <translation>下载完成后立即</translation>
    </message>
    <message>
        <source>Windows</source>
        <comment>plan</comment>
        <translation>时间窗口</translation>
    </message>
    <message>
        <source>any time</source>
        <comment>plan</comment>
        <translation>任何时间</translation>
    </message>
    <message>
        <source>Pauses itself above</source>
        <comment>plan</comment>
        <translation>自动暂停条件</translation>
    </message>
    <message>
        <source>%1 failures, %2</source>
        <comment>breaker: share, count</comment>
        <translation>失败 %1，%2</translation>
    </message>
    <message>
        <source>The rollout was created but not started</source>
        <comment>error</comment>
        <translation>推送任务已创建，但未能启动</translation>
    </message>
    <message>
        <source>Plan a roll-back</source>
        <comment>dialog</comment>
        <translation>计划回滚</translation>
    </message>
    <message>
        <source>To which older release the terminals go that got the newer one by “%1”.</source>
        <comment>step</comment>
        <translation>通过“%1”获得新发行版的终端将恢复到哪个较早的发行版。</translation>
    </message>
    <message>
        <source>Leave out terminals that were not heard of for</source>
        <comment>wizard</comment>
        <translation>排除多久未联系的终端</translation>
    </message>
    <message>
        <source>Days without contact</source>
        <comment>wizard</comment>
        <translation>无联系天数</translation>
    </message>
    <message>
        <source> days</source>
        <comment>days, after a number</comment>
        <translation> 天</translation>
    </message>
    <message>
        <source>Terminals that come to match it later join the last phase</source>
        <comment>wizard</comment>
        <translation>之后才匹配的终端加入最后一个阶段</translation>
    </message>
    <message>
        <source>Terminals install</source>
        <comment>wizard</comment>
        <translation>终端安装</translation>
    </message>
    <message>
        <source>Terminals cannot install before the packages go to the nodes.</source>
        <comment>wizard</comment>
        <translation>在软件包下发到节点之前，终端无法安装。</translation>
    </message>
    <message>
        <source>This is what would happen if it started now; nothing has happened yet.</source>
        <comment>step</comment>
        <translation>这是现在启动将会发生的情况；目前尚未执行任何操作。</translation>
    </message>
    <message>
        <source>There is no older release to go back to.</source>
        <comment>wizard</comment>
        <translation>没有可以恢复的较早发行版。</translation>
    </message>
    <message>
        <source>Back to %1</source>
        <comment>name of a roll-back</comment>
        <translation>恢复到 %1</translation>
    </message>
    <message>
        <source>packages go out %1, terminals install %2</source>
        <comment>plan, two times</comment>
        <translation>软件包下发：%1，终端安装：%2</translation>
    </message>
    <message>
        <source>not from %1 to %2</source>
        <comment>plan, days of a freeze</comment>
        <translation>%1 至 %2 除外</translation>
    </message>
    <message>
        <source>all by %1</source>
        <comment>plan, a deadline</comment>
        <translation>全部须于 %1 前完成</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>plan: how many, the filter</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Times</source>
        <comment>plan</comment>
        <translation>时间</translation>
    </message>
    <message numerus="yes">
        <source>%n terminal(s) match</source>
        <comment>audience</comment>
        <translation>
            <numerusform>%n 台终端匹配</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::ui::RolloutsPage</name>
    <message>
        <source>Rollouts</source>
        <comment>page</comment>
        <translation>推送任务</translation>
    </message>
    <message>
        <source>Rollouts</source>
        <comment>accessible name</comment>
        <translation>推送任务</translation>
    </message>
    <message>
        <source>No rollouts yet</source>
        <comment>empty state</comment>
        <translation>还没有推送任务</translation>
    </message>
    <message>
        <source>A rollout takes an approved release to the terminals that you choose: phase by phase, at the time that you set, and it pauses itself when too much fails.</source>
        <comment>empty state</comment>
        <translation>推送任务将已批准的发行版送达您选择的终端：按您设定的时间分阶段进行，失败过多时会自动暂停。</translation>
    </message>
    <message>
        <source>Plan a rollout …</source>
        <comment>empty state</comment>
        <translation>计划推送任务 …</translation>
    </message>
    <message>
        <source>Pla&amp;n a rollout …</source>
        <comment>button</comment>
        <translation>计划推送任务(&amp;N) …</translation>
    </message>
    <message>
        <source>Plan a rollout …</source>
        <comment>action</comment>
        <translation>计划推送任务 …</translation>
    </message>
    <message>
        <source>Start the chosen rollout …</source>
        <comment>action</comment>
        <translation>启动所选的推送任务 …</translation>
    </message>
    <message>
        <source>Pause the chosen rollout</source>
        <comment>action</comment>
        <translation>暂停所选的推送任务</translation>
    </message>
    <message>
        <source>Resume the chosen rollout …</source>
        <comment>action</comment>
        <translation>继续所选的推送任务 …</translation>
    </message>
    <message>
        <source>Stop the chosen rollout …</source>
        <comment>action</comment>
        <translation>停止所选的推送任务 …</translation>
    </message>
    <message>
        <source>Roll back the chosen rollout …</source>
        <comment>action</comment>
        <translation>回滚所选的推送任务 …</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ScheduleEditor</name>
    <message>
        <source>every day</source>
        <comment>days of a window</comment>
        <translation>每天</translation>
    </message>
    <message>
        <source>Monday to Friday</source>
        <comment>days of a window</comment>
        <translation>周一至周五</translation>
    </message>
    <message>
        <source>Saturday and Sunday</source>
        <comment>days of a window</comment>
        <translation>周六和周日</translation>
    </message>
    <message>
        <source>%1 from %2 for %3</source>
        <comment>a window: days, time, duration</comment>
        <translation>%1 %2 起，持续 %3</translation>
    </message>
    <message>
        <source>from %1 for %2 %3</source>
        <comment>a window: begin, duration, rule</comment>
        <translation>自 %1 起，持续 %2 %3</translation>
    </message>
    <message>
        <source>When terminals may install</source>
        <comment>accessible name</comment>
        <translation>终端可安装的时间</translation>
    </message>
    <message>
        <source>at any time</source>
        <comment>windows</comment>
        <translation>任何时间</translation>
    </message>
    <message>
        <source>at night, 22:00 to 05:00</source>
        <comment>windows</comment>
        <translation>夜间，22:00 至 05:00</translation>
    </message>
    <message>
        <source>at the weekend, all day</source>
        <comment>windows</comment>
        <translation>周末全天</translation>
    </message>
    <message>
        <source>in windows of my own …</source>
        <comment>windows</comment>
        <translation>自定义时间窗口 …</translation>
    </message>
    <message>
        <source>Whose clock</source>
        <comment>accessible name</comment>
        <translation>以谁的时间为准</translation>
    </message>
    <message>
        <source>by each terminal&apos;s own clock</source>
        <comment>windows</comment>
        <translation>以各终端的时间为准</translation>
    </message>
    <message>
        <source>Windows</source>
        <comment>accessible name</comment>
        <translation>时间窗口</translation>
    </message>
    <message>
        <source>Days</source>
        <comment>column</comment>
        <translation>日期</translation>
    </message>
    <message>
        <source>From</source>
        <comment>column</comment>
        <translation>开始</translation>
    </message>
    <message>
        <source>For</source>
        <comment>column, a duration</comment>
        <translation>时长</translation>
    </message>
    <message>
        <source>Add &amp;window</source>
        <comment>button</comment>
        <translation>添加时间窗口(&amp;W)</translation>
    </message>
    <message>
        <source>Remove window</source>
        <comment>button</comment>
        <translation>移除时间窗口</translation>
    </message>
    <message>
        <source>Days on which nothing is installed</source>
        <comment>accessible name</comment>
        <translation>不安装任何内容的日期</translation>
    </message>
    <message>
        <source>From</source>
        <comment>column, a day</comment>
        <translation>从</translation>
    </message>
    <message>
        <source>To, inclusive</source>
        <comment>column, a day</comment>
        <translation>至（含）</translation>
    </message>
    <message>
        <source>Why</source>
        <comment>column</comment>
        <translation>原因</translation>
    </message>
    <message>
        <source>Add &amp;freeze</source>
        <comment>button</comment>
        <translation>添加冻结期(&amp;F)</translation>
    </message>
    <message>
        <source>Remove freeze</source>
        <comment>button</comment>
        <translation>移除冻结期</translation>
    </message>
    <message>
        <source>Never on days of a freeze, such as stock-taking or holidays.</source>
        <comment>wizard</comment>
        <translation>冻结期内绝不安装，例如盘点或节假日。</translation>
    </message>
    <message>
        <source>All must have it by</source>
        <comment>wizard, a deadline</comment>
        <translation>所有终端须在此之前完成</translation>
    </message>
    <message>
        <source>Deadline</source>
        <comment>accessible name</comment>
        <translation>截止时间</translation>
    </message>
    <message>
        <source>What becomes of those that have not</source>
        <comment>accessible name</comment>
        <translation>未完成者如何处理</translation>
    </message>
    <message>
        <source>else they go on waiting</source>
        <comment>after the deadline</comment>
        <translation>否则继续等待</translation>
    </message>
    <message>
        <source>else they count as failed</source>
        <comment>after the deadline</comment>
        <translation>否则视为失败</translation>
    </message>
    <message>
        <source>else they install at once</source>
        <comment>after the deadline</comment>
        <translation>否则立即安装</translation>
    </message>
    <message>
        <source>Days of the window</source>
        <comment>accessible name</comment>
        <translation>时间窗口的日期</translation>
    </message>
    <message>
        <source>once</source>
        <comment>days of a window</comment>
        <translation>一次</translation>
    </message>
    <message>
        <source>Begin of the window</source>
        <comment>accessible name</comment>
        <translation>时间窗口的开始</translation>
    </message>
    <message>
        <source>Length of the window</source>
        <comment>accessible name</comment>
        <translation>时间窗口的时长</translation>
    </message>
    <message>
        <source> h</source>
        <comment>hours, after a number</comment>
        <translation> 小时</translation>
    </message>
    <message>
        <source>First day</source>
        <comment>accessible name</comment>
        <translation>第一天</translation>
    </message>
    <message>
        <source>Last day</source>
        <comment>accessible name</comment>
        <translation>最后一天</translation>
    </message>
    <message>
        <source>Why</source>
        <comment>accessible name</comment>
        <translation>原因</translation>
    </message>
    <message>
        <source>stock-taking</source>
        <comment>an example of why nothing is installed</comment>
        <translation>盘点</translation>
    </message>
    <message>
        <source>A freeze ends before it begins.</source>
        <comment>wizard</comment>
        <translation>冻结期的结束早于开始。</translation>
    </message>
    <message>
        <source>The deadline is over already.</source>
        <comment>wizard</comment>
        <translation>截止时间已过。</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::SettingsPage</name>
    <message>
        <source>Parts of the settings</source>
        <comment>accessible name</comment>
        <translation>设置的各部分</translation>
    </message>
    <message>
        <source>Settings: %1</source>
        <comment>action, a part of the settings</comment>
        <translation>设置：%1</translation>
    </message>
    <message>
        <source>Settings</source>
        <comment>page</comment>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::SetupDialog</name>
    <message>
        <source>Set up signatures</source>
        <comment>dialog</comment>
        <translation>设置签名</translation>
    </message>
    <message>
        <source>&amp;Set up signatures</source>
        <comment>button</comment>
        <translation>设置签名(&amp;S)</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::SetupPanel</name>
    <message>
        <source>From then on terminals install only what your key signed: no download server, no network and no stolen manager can slip in anything else.
Not protected: a manager that was taken over can still choose among releases that were signed, stop upgrades, and tell you stories about what happened. Whoever has your key, while one signature is enough, speaks for you. What was put into a package before you sign it is not seen by a signature.</source>
        <comment>signatures</comment>
        <translation>此后终端只安装由您的密钥签名的内容：任何下载服务器、网络或被夺取的管理器都无法混入其他内容。
不受保护：被夺取的管理器仍可在已签名的发行版中选择、阻止升级，并就所发生的事欺骗您。只要一个签名就够，持有您密钥的人就能代表您。在您签名之前放进软件包的内容，签名无法识别。</translation>
    </message>
    <message>
        <source>Signatures are set up. Keep the recovery kit away from this computer.</source>
        <comment>setup</comment>
        <translation>签名已设置。请将恢复包存放在远离这台计算机的地方。</translation>
    </message>
    <message>
        <source>Where your key lies</source>
        <comment>setup</comment>
        <translation>您的密钥存放位置</translation>
    </message>
    <message>
        <source>In this computer&apos;s keychain</source>
        <comment>setup</comment>
        <translation>在这台计算机的钥匙串中</translation>
    </message>
    <message>
        <source>In a file behind a passphrase</source>
        <comment>setup</comment>
        <translation>在带密码短语的文件中</translation>
    </message>
    <message>
        <source>File of your key</source>
        <comment>setup</comment>
        <translation>您的密钥文件</translation>
    </message>
    <message>
        <source>Passphrase of your key</source>
        <comment>setup</comment>
        <translation>您密钥的密码短语</translation>
    </message>
    <message>
        <source>&amp;Browse …</source>
        <comment>button</comment>
        <translation>浏览(&amp;B) …</translation>
    </message>
    <message>
        <source>Choose the file of your key</source>
        <comment>setup</comment>
        <translation>选择您的密钥文件</translation>
    </message>
    <message>
        <source>Your &amp;key</source>
        <comment>setup</comment>
        <translation>您的密钥(&amp;K)</translation>
    </message>
    <message>
        <source>Key &amp;file</source>
        <comment>setup</comment>
        <translation>密钥文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Its passphrase</source>
        <comment>setup</comment>
        <translation>其密码短语(&amp;I)</translation>
    </message>
    <message>
        <source>Where shall your key lie?</source>
        <comment>dialog</comment>
        <translation>您的密钥存放在哪里？</translation>
    </message>
    <message>
        <source>File of the recovery kit</source>
        <comment>setup</comment>
        <translation>恢复包文件</translation>
    </message>
    <message>
        <source>on a stick or a disk that you keep elsewhere</source>
        <comment>setup</comment>
        <translation>在另行存放的 U 盘或磁盘上</translation>
    </message>
    <message>
        <source>Passphrase of the recovery kit</source>
        <comment>setup</comment>
        <translation>恢复包的密码短语</translation>
    </message>
    <message>
        <source>Passphrase of the recovery kit, again</source>
        <comment>setup</comment>
        <translation>恢复包的密码短语（再次输入）</translation>
    </message>
    <message>
        <source>B&amp;rowse …</source>
        <comment>button</comment>
        <translation>浏览(&amp;R) …</translation>
    </message>
    <message>
        <source>Choose the file of the recovery kit</source>
        <comment>setup</comment>
        <translation>选择恢复包文件</translation>
    </message>
    <message>
        <source>&amp;Recovery kit</source>
        <comment>setup</comment>
        <translation>恢复包(&amp;R)</translation>
    </message>
    <message>
        <source>Its &amp;passphrase</source>
        <comment>setup</comment>
        <translation>其密码短语(&amp;P)</translation>
    </message>
    <message>
        <source>The same &amp;again</source>
        <comment>setup</comment>
        <translation>再次输入(&amp;A)</translation>
    </message>
    <message>
        <source>The kit holds a second key. With it and its passphrase you go on when this computer or its key is lost; without both, terminals would have to be joined anew. Write the passphrase down and keep it apart from the kit.</source>
        <comment>setup</comment>
        <translation>恢复包中有第二个密钥。当这台计算机或其密钥丢失时，凭它和密码短语即可继续；若两者皆失，终端就必须重新加入。请写下密码短语，并与恢复包分开保管。</translation>
    </message>
    <message>
        <source>Where shall the recovery kit lie?</source>
        <comment>dialog</comment>
        <translation>恢复包存放在哪里？</translation>
    </message>
    <message>
        <source>It is being done</source>
        <comment>setup</comment>
        <translation>正在进行</translation>
    </message>
    <message numerus="yes">
        <source>A passphrase has %n characters at least</source>
        <comment>setup</comment>
        <translation>
            <numerusform>密码短语至少 %n 个字符</numerusform>
        </translation>
    </message>
    <message>
        <source>Say where your key shall lie</source>
        <comment>setup</comment>
        <translation>请指定密钥的存放位置</translation>
    </message>
    <message>
        <source>Say where the recovery kit shall lie</source>
        <comment>setup</comment>
        <translation>请指定恢复包的存放位置</translation>
    </message>
    <message>
        <source>The two passphrases differ</source>
        <comment>setup</comment>
        <translation>两次输入的密码短语不同</translation>
    </message>
    <message>
        <source>Making and keeping the keys …</source>
        <comment>setup</comment>
        <translation>正在创建并保存密钥 …</translation>
    </message>
    <message>
        <source>This computer has no keychain. Choose a file behind a passphrase instead.</source>
        <comment>setup</comment>
        <translation>这台计算机没有钥匙串。请改用带密码短语的文件。</translation>
    </message>
    <message>
        <source>The keychain did not take the key. Unlock it, or choose a file behind a passphrase.</source>
        <comment>setup</comment>
        <translation>钥匙串没有接受密钥。请解锁它，或选择带密码短语的文件。</translation>
    </message>
    <message>
        <source>There is a file of that name already. A key is never written over: choose another name.</source>
        <comment>setup</comment>
        <translation>已有同名文件。密钥绝不会被覆盖：请另选名称。</translation>
    </message>
    <message>
        <source>The file cannot be written there.</source>
        <comment>setup</comment>
        <translation>无法在该处写入文件。</translation>
    </message>
    <message>
        <source>Signatures are set up on this manager already.</source>
        <comment>setup</comment>
        <translation>此管理器上已设置签名。</translation>
    </message>
    <message>
        <source>The manager published something else than what was signed here. Do not use it, and look who else has access to it.</source>
        <comment>setup</comment>
        <translation>管理器发布的内容与此处签名的不同。请勿使用它，并检查还有谁可以访问它。</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::SignDialog</name>
    <message>
        <source>Sign</source>
        <comment>dialog</comment>
        <translation>签名</translation>
    </message>
    <message>
        <source>What your signature says</source>
        <comment>signatures</comment>
        <translation>您的签名所声明的内容</translation>
    </message>
    <message>
        <source>I have looked at what this is</source>
        <comment>dialog</comment>
        <translation>我已查看其内容</translation>
    </message>
    <message>
        <source>&amp;Sign</source>
        <comment>button</comment>
        <translation>签名(&amp;S)</translation>
    </message>
    <message>
        <source>Made on this computer from what is signed, and compared with what it verified before: nobody else says this. Your key stays here; the manager gets the signature alone.</source>
        <comment>dialog</comment>
        <translation>由这台计算机根据待签名内容生成，并与其先前验证的内容比对：并非他人所言。您的密钥留在这里；管理器只得到签名。</translation>
    </message>
    <message>
        <source>Nothing waits for signatures</source>
        <comment>dialog</comment>
        <translation>没有内容等待签名</translation>
    </message>
    <message>
        <source>It was signed, changed or taken back in the meantime.</source>
        <comment>dialog</comment>
        <translation>在此期间它已被签名、更改或撤回。</translation>
    </message>
    <message>
        <source>Fetching and verifying …</source>
        <comment>dialog</comment>
        <translation>正在获取并验证 …</translation>
    </message>
    <message>
        <source>What is to be signed cannot be read. Nothing is signed.</source>
        <comment>dialog</comment>
        <translation>无法读取待签名内容。未签名。</translation>
    </message>
    <message>
        <source>What the manager published does not verify against what this computer believed before: its signatures are missing, ended, or somebody else&apos;s. Nothing is signed. Ask the other holders of keys before anything else.</source>
        <comment>dialog</comment>
        <translation>管理器发布的内容与这台计算机先前所信任的不符：签名缺失、过期或来自他人。未签名。请先询问其他密钥持有者。</translation>
    </message>
    <message>
        <source>What is to be signed does not follow on what this computer verified. Nothing is signed.</source>
        <comment>dialog</comment>
        <translation>待签名内容与这台计算机验证过的内容不相衔接。未签名。</translation>
    </message>
    <message>
        <source>The manager is gone.</source>
        <comment>dialog</comment>
        <translation>管理器已断开。</translation>
    </message>
    <message>
        <source>Version %1 of this file, good until %2.</source>
        <comment>statement</comment>
        <translation>此文件的版本 %1，有效期至 %2。</translation>
    </message>
    <message>
        <source>%1 of %2 signatures are there.</source>
        <comment>signatures</comment>
        <translation>已有 %1 / %2 个签名。</translation>
    </message>
    <message>
        <source>The manager says that they are by %1.</source>
        <comment>signatures, names</comment>
        <translation>据管理器称，签名来自 %1。</translation>
    </message>
    <message>
        <source>Signed with: %1</source>
        <comment>signatures, keys</comment>
        <translation>签名密钥：%1</translation>
    </message>
    <message>
        <source>What the manager shows of %1 is not what would be signed: its digest, computed here, is another. Nothing is signed.</source>
        <comment>dialog, a release</comment>
        <translation>管理器显示的 %1 并非待签名的内容：此处计算的摘要不同。未签名。</translation>
    </message>
    <message>
        <source>It is not verified</source>
        <comment>dialog</comment>
        <translation>尚未验证</translation>
    </message>
    <message>
        <source>Look at it first</source>
        <comment>dialog</comment>
        <translation>请先查看</translation>
    </message>
    <message>
        <source>Signing …</source>
        <comment>dialog</comment>
        <translation>正在签名 …</translation>
    </message>
    <message>
        <source>The passphrase does not open that file.</source>
        <comment>dialog</comment>
        <translation>该密码短语打不开此文件。</translation>
    </message>
    <message>
        <source>The key file cannot be read.</source>
        <comment>dialog</comment>
        <translation>无法读取密钥文件。</translation>
    </message>
    <message>
        <source>That key has signed this already; one person counts once.</source>
        <comment>dialog</comment>
        <translation>该密钥已签过名；一人只计一次。</translation>
    </message>
    <message>
        <source>That key is none of those that may sign this.</source>
        <comment>dialog</comment>
        <translation>该密钥不在可签名之列。</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::SignatureSettings</name>
    <message>
        <source>Whose signatures releases need</source>
        <comment>settings</comment>
        <translation>发行版需要谁的签名</translation>
    </message>
    <message>
        <source>Roles and their keys</source>
        <comment>accessible name</comment>
        <translation>角色及其密钥</translation>
    </message>
    <message>
        <source>What</source>
        <comment>column</comment>
        <translation>内容</translation>
    </message>
    <message>
        <source>Signatures</source>
        <comment>column</comment>
        <translation>签名</translation>
    </message>
    <message>
        <source>Keys</source>
        <comment>column</comment>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Ends</source>
        <comment>column</comment>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>&amp;Set up …</source>
        <comment>button</comment>
        <translation>设置(&amp;S) …</translation>
    </message>
    <message>
        <source>&amp;Approvers …</source>
        <comment>button</comment>
        <translation>审批者(&amp;A) …</translation>
    </message>
    <message>
        <source>Root &amp;holders …</source>
        <comment>button</comment>
        <translation>根持有者(&amp;H) …</translation>
    </message>
    <message>
        <source>&amp;Lost key …</source>
        <comment>button</comment>
        <translation>丢失密钥(&amp;L) …</translation>
    </message>
    <message>
        <source>Re&amp;new …</source>
        <comment>button</comment>
        <translation>续期(&amp;N) …</translation>
    </message>
    <message>
        <source>Replace a key: lost, stolen or old; restore from the recovery kit</source>
        <comment>tool tip</comment>
        <translation>替换密钥：丢失、被盗或过旧；用恢复包恢复</translation>
    </message>
    <message>
        <source>Waits for signatures</source>
        <comment>settings</comment>
        <translation>等待签名</translation>
    </message>
    <message>
        <source>What waits for signatures</source>
        <comment>accessible name</comment>
        <translation>等待签名的内容</translation>
    </message>
    <message>
        <source>Signed with</source>
        <comment>column</comment>
        <translation>签名密钥</translation>
    </message>
    <message>
        <source>Re&amp;view and sign …</source>
        <comment>button</comment>
        <translation>查看并签名(&amp;V) …</translation>
    </message>
    <message>
        <source>&amp;Take back …</source>
        <comment>button</comment>
        <translation>撤回(&amp;T) …</translation>
    </message>
    <message>
        <source>My keys on this computer</source>
        <comment>settings</comment>
        <translation>此计算机上我的密钥</translation>
    </message>
    <message>
        <source>My keys on this computer</source>
        <comment>accessible name</comment>
        <translation>此计算机上我的密钥</translation>
    </message>
    <message>
        <source>Key</source>
        <comment>column</comment>
        <translation>密钥</translation>
    </message>
    <message>
        <source>They lie in the keychain of this computer and go nowhere else. What others get is the public key.</source>
        <comment>settings</comment>
        <translation>它们存放在这台计算机的钥匙串中，不会去别处。给他人的是公钥。</translation>
    </message>
    <message>
        <source>&amp;Make a key</source>
        <comment>button</comment>
        <translation>创建密钥(&amp;M)</translation>
    </message>
    <message>
        <source>Save the &amp;public key …</source>
        <comment>button</comment>
        <translation>保存公钥(&amp;P) …</translation>
    </message>
    <message>
        <source>&amp;Delete …</source>
        <comment>button</comment>
        <translation>删除(&amp;D) …</translation>
    </message>
    <message>
        <source>No signatures are asked for: whoever holds an administrator&apos;s token, or the manager&apos;s machine, can approve a release.</source>
        <comment>settings</comment>
        <translation>不要求签名：任何持有管理员令牌或管理器主机的人都可以批准发行版。</translation>
    </message>
    <message>
        <source>Something waits for signatures.</source>
        <comment>settings</comment>
        <translation>有内容等待签名。</translation>
    </message>
    <message>
        <source>Terminals take nothing without signatures.</source>
        <comment>settings</comment>
        <translation>终端不接受没有签名的内容。</translation>
    </message>
    <message>
        <source>%1 (mine)</source>
        <comment>a key</comment>
        <translation>%1（我的）</translation>
    </message>
    <message>
        <source>the manager&apos;s</source>
        <comment>keys</comment>
        <translation>管理器的</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>signatures, keys</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>signatures, needed</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>This computer has no keychain, so that no key can be kept here. Sign with a key file: signalboxctl key create makes one behind a passphrase.</source>
        <comment>settings</comment>
        <translation>这台计算机没有钥匙串，因此无法在此保存密钥。请用密钥文件签名：signalboxctl key create 可创建带密码短语的密钥文件。</translation>
    </message>
    <message>
        <source>It was not renewed</source>
        <comment>error</comment>
        <translation>未能续期</translation>
    </message>
    <message>
        <source>Take back what waits?</source>
        <comment>question</comment>
        <translation>撤回等待签名的内容？</translation>
    </message>
    <message>
        <source>%1: the change goes, with the signatures that it has. What is published stays as it is.</source>
        <comment>question</comment>
        <translation>%1：更改及其已有签名将被丢弃。已发布的内容保持不变。</translation>
    </message>
    <message>
        <source>Take back</source>
        <comment>button</comment>
        <translation>撤回</translation>
    </message>
    <message>
        <source>It was not taken back</source>
        <comment>error</comment>
        <translation>未能撤回</translation>
    </message>
    <message>
        <source>No key was made</source>
        <comment>error</comment>
        <translation>未能创建密钥</translation>
    </message>
    <message>
        <source>There are as many as can be kept. Delete one that counts nowhere any more.</source>
        <comment>error</comment>
        <translation>已达到可保存的上限。请删除一个不再有效的密钥。</translation>
    </message>
    <message>
        <source>The keychain of this computer did not take it.</source>
        <comment>error</comment>
        <translation>这台计算机的钥匙串没有接受它。</translation>
    </message>
    <message>
        <source>Where shall the public key lie?</source>
        <comment>dialog</comment>
        <translation>公钥存放在哪里？</translation>
    </message>
    <message>
        <source>The public key was not saved</source>
        <comment>error</comment>
        <translation>未能保存公钥</translation>
    </message>
    <message>
        <source>Delete the key %1?</source>
        <comment>question</comment>
        <translation>删除密钥 %1？</translation>
    </message>
    <message>
        <source>It is nowhere else: nobody can sign with it any more. Where it still counts, replace it first.</source>
        <comment>question</comment>
        <translation>它别无副本：再无人能用它签名。若它仍然有效，请先替换它。</translation>
    </message>
    <message>
        <source>Delete key</source>
        <comment>button</comment>
        <translation>删除密钥</translation>
    </message>
    <message>
        <source>delete</source>
        <comment>typed to confirm</comment>
        <translation>删除</translation>
    </message>
    <message>
        <source>Signatures</source>
        <comment>settings</comment>
        <translation>签名</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::StackedBar</name>
    <message>
        <source>%1 %2</source>
        <comment>a count, what of</comment>
        <translation>%2 %1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between counts</comment>
        <translation>，</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::TaskLog</name>
    <message>
        <source>Tasks</source>
        <comment>task log</comment>
        <translation>任务</translation>
    </message>
    <message>
        <source>Task</source>
        <comment>task log</comment>
        <translation>任务</translation>
    </message>
    <message>
        <source>Progress</source>
        <comment>task log</comment>
        <translation>进度</translation>
    </message>
    <message>
        <source>Details</source>
        <comment>task log</comment>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>Begun</source>
        <comment>task log</comment>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Progress of %1</source>
        <comment>task log</comment>
        <translation>进度：%1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <comment>a task</comment>
        <translation>取消</translation>
    </message>
    <message>
        <source>Done</source>
        <comment>state of a task</comment>
        <translation>完成</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>state of a task</comment>
        <translation>失败</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <comment>state of a task</comment>
        <translation>已取消</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::TerminalActions</name>
    <message>
        <source>&amp;Set tag …</source>
        <comment>terminals</comment>
        <translation>设置标签(&amp;S) …</translation>
    </message>
    <message>
        <source>&amp;Cluster …</source>
        <comment>terminals</comment>
        <translation>集群(&amp;C) …</translation>
    </message>
    <message>
        <source>&amp;Retire …</source>
        <comment>terminals</comment>
        <translation>退役(&amp;R) …</translation>
    </message>
    <message>
        <source>For hardware that is gone: nothing is offered to it any more</source>
        <comment>tool tip</comment>
        <translation>用于已不存在的硬件：不再向其提供任何内容</translation>
    </message>
    <message>
        <source>&amp;More</source>
        <comment>terminals, a menu</comment>
        <translation>更多(&amp;M)</translation>
    </message>
    <message>
        <source>Re&amp;name …</source>
        <comment>terminals</comment>
        <translation>重命名(&amp;N) …</translation>
    </message>
    <message>
        <source>Remove a &amp;tag …</source>
        <comment>terminals</comment>
        <translation>移除标签(&amp;T) …</translation>
    </message>
    <message>
        <source>New &amp;hardware …</source>
        <comment>terminals</comment>
        <translation>更换硬件(&amp;H) …</translation>
    </message>
    <message>
        <source>Revoke its to&amp;ken …</source>
        <comment>terminals</comment>
        <translation>吊销其令牌(&amp;K) …</translation>
    </message>
    <message>
        <source>It is &amp;no clone</source>
        <comment>terminals</comment>
        <translation>不是克隆(&amp;N)</translation>
    </message>
    <message numerus="yes">
        <source>%n terminal(s)</source>
        <comment>chosen</comment>
        <translation>
            <numerusform>%n 个终端</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: that was not done</source>
        <comment>error, what</comment>
        <translation>%1：未能执行</translation>
    </message>
    <message>
        <source>Set a tag of %1</source>
        <comment>dialog</comment>
        <translation>设置 %1 的标签</translation>
    </message>
    <message>
        <source>&amp;Set the tag</source>
        <comment>button</comment>
        <translation>设置标签(&amp;S)</translation>
    </message>
    <message>
        <source>Tag</source>
        <comment>dialog</comment>
        <translation>标签</translation>
    </message>
    <message>
        <source>Value</source>
        <comment>dialog</comment>
        <translation>值</translation>
    </message>
    <message>
        <source>site</source>
        <comment>dialog, an example of a tag</comment>
        <translation>site</translation>
    </message>
    <message>
        <source>berlin; may stay empty</source>
        <comment>dialog, an example of a tag&apos;s value</comment>
        <translation>berlin；可留空</translation>
    </message>
    <message>
        <source>Filters find it as tag.site==berlin. One of that name is replaced.</source>
        <comment>dialog</comment>
        <translation>可用筛选条件 tag.site==berlin 找到。同名标签会被替换。</translation>
    </message>
    <message>
        <source>A tag must be there</source>
        <comment>dialog</comment>
        <translation>必须填写标签</translation>
    </message>
    <message>
        <source>Set the tag %1</source>
        <comment>task</comment>
        <translation>设置标签 %1</translation>
    </message>
    <message>
        <source>Remove a tag of %1</source>
        <comment>dialog</comment>
        <translation>移除 %1 的标签</translation>
    </message>
    <message>
        <source>&amp;Remove the tag</source>
        <comment>button</comment>
        <translation>移除标签(&amp;R)</translation>
    </message>
    <message>
        <source>Remove the tag %1</source>
        <comment>task</comment>
        <translation>移除标签 %1</translation>
    </message>
    <message>
        <source>Cluster of %1</source>
        <comment>dialog</comment>
        <translation>%1 的集群</translation>
    </message>
    <message>
        <source>&amp;Move</source>
        <comment>button</comment>
        <translation>移动(&amp;M)</translation>
    </message>
    <message>
        <source>Cluster</source>
        <comment>dialog</comment>
        <translation>集群</translation>
    </message>
    <message>
        <source>They fetch packages from its nodes from now on. A cluster that has a rule takes back what the rule names.</source>
        <comment>dialog</comment>
        <translation>它们从现在起从该集群的节点获取软件包。设有规则的集群会收回规则所指定的终端。</translation>
    </message>
    <message>
        <source>Reading the clusters …</source>
        <comment>dialog</comment>
        <translation>正在读取集群 …</translation>
    </message>
    <message>
        <source>Move to %1</source>
        <comment>task, a cluster</comment>
        <translation>移动到 %1</translation>
    </message>
    <message>
        <source>Rename %1</source>
        <comment>dialog</comment>
        <translation>重命名 %1</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <comment>button</comment>
        <translation>重命名(&amp;R)</translation>
    </message>
    <message>
        <source>Name</source>
        <comment>dialog</comment>
        <translation>名称</translation>
    </message>
    <message>
        <source>What people call it. Its id stays.</source>
        <comment>dialog</comment>
        <translation>人们对它的称呼。其标识不变。</translation>
    </message>
    <message>
        <source>Rename</source>
        <comment>task</comment>
        <translation>重命名</translation>
    </message>
    <message>
        <source>New hardware for %1?</source>
        <comment>question</comment>
        <translation>为 %1 更换硬件？</translation>
    </message>
    <message>
        <source>You get a code for the new machine. When it joins with that, it takes over name, tags and history, and the old machine is let in no more. Until then nothing changes.</source>
        <comment>question</comment>
        <translation>您将得到用于新机器的加入码。新机器用它加入后，会接管名称、标签和历史记录，旧机器将不再准入。在此之前不会有任何变化。</translation>
    </message>
    <message>
        <source>Make the code</source>
        <comment>button</comment>
        <translation>生成加入码</translation>
    </message>
    <message>
        <source>No code was made</source>
        <comment>error</comment>
        <translation>未能生成加入码</translation>
    </message>
    <message>
        <source>Run this on the new machine of %1</source>
        <comment>dialog</comment>
        <translation>请在 %1 的新机器上执行</translation>
    </message>
    <message>
        <source>Good for one machine, until %1. It is shown only here and only now.</source>
        <comment>dialog</comment>
        <translation>仅供一台机器使用，有效期至 %1。仅在此处显示这一次。</translation>
    </message>
    <message>
        <source>Revoke the token of %1?</source>
        <comment>question</comment>
        <translation>吊销 %1 的令牌？</translation>
    </message>
    <message>
        <source>Whoever has the token is refused from now on. With a code for new hardware the terminal comes back.</source>
        <comment>question</comment>
        <translation>持有该令牌者从现在起会被拒绝。使用更换硬件的加入码，终端可以恢复。</translation>
    </message>
    <message>
        <source>Revoke token</source>
        <comment>button</comment>
        <translation>吊销令牌</translation>
    </message>
    <message>
        <source>Revoke the token</source>
        <comment>task</comment>
        <translation>吊销令牌</translation>
    </message>
    <message>
        <source>Take the mark of a clone away</source>
        <comment>task</comment>
        <translation>取消克隆标记</translation>
    </message>
    <message>
        <source>Retire %1?</source>
        <comment>question</comment>
        <translation>让 %1 退役？</translation>
    </message>
    <message>
        <source>Its token is revoked and nothing is offered to it any more; its history stays. What it runs goes on running. To come back it must join anew under another id.</source>
        <comment>question</comment>
        <translation>其令牌将被吊销，不再向其提供任何内容；历史记录会保留。它正在运行的内容继续运行。若要恢复，必须以另一个标识重新加入。</translation>
    </message>
    <message>
        <source>Retire</source>
        <comment>button</comment>
        <translation>退役</translation>
    </message>
    <message>
        <source>Retire</source>
        <comment>task</comment>
        <translation>退役</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::TerminalBatch</name>
    <message>
        <source>%1 of %2</source>
        <comment>terminals done</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a terminal, why it was refused</comment>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%n terminal(s) done</source>
        <comment>batch</comment>
        <translation>
            <numerusform>已完成 %n 个终端</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 refused. %3</source>
        <comment>batch: done, how many, the first of them</comment>
        <translation>%1，%2 个被拒绝。%3</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::TerminalDetail</name>
    <message>
        <source>What it says of itself</source>
        <comment>terminal detail</comment>
        <translation>终端自报信息</translation>
    </message>
    <message>
        <source>No terminal chosen</source>
        <comment>terminal detail</comment>
        <translation>未选择终端</translation>
    </message>
    <message>
        <source>Choose a terminal in the table to see what it runs, what it waits for and why.</source>
        <comment>terminal detail</comment>
        <translation>在表格中选择一个终端，以查看它运行什么、在等待什么以及原因。</translation>
    </message>
    <message>
        <source>Tags</source>
        <comment>terminal detail</comment>
        <translation>标签</translation>
    </message>
    <message>
        <source>Tag</source>
        <comment>column</comment>
        <translation>标签</translation>
    </message>
    <message>
        <source>Value</source>
        <comment>column</comment>
        <translation>值</translation>
    </message>
    <message>
        <source>Deployments, newest first</source>
        <comment>terminal detail</comment>
        <translation>部署，最新的在前</translation>
    </message>
    <message>
        <source>Deployments</source>
        <comment>terminal detail</comment>
        <translation>部署</translation>
    </message>
    <message>
        <source>State</source>
        <comment>column</comment>
        <translation>状态</translation>
    </message>
    <message>
        <source>Since</source>
        <comment>column</comment>
        <translation>起始时间</translation>
    </message>
    <message>
        <source>Rollout</source>
        <comment>column</comment>
        <translation>推送任务</translation>
    </message>
    <message>
        <source>Said</source>
        <comment>column</comment>
        <translation>报告内容</translation>
    </message>
    <message>
        <source>Try again</source>
        <comment>deployment</comment>
        <translation>重试</translation>
    </message>
    <message>
        <source>Begins this deployment anew, even where the release failed here before</source>
        <comment>tool tip</comment>
        <translation>重新开始此部署，即使该发行版此前在此失败过</translation>
    </message>
    <message>
        <source>Cancel …</source>
        <comment>deployment</comment>
        <translation>取消 …</translation>
    </message>
    <message>
        <source>Contact</source>
        <comment>terminal</comment>
        <translation>联系</translation>
    </message>
    <message>
        <source>Id</source>
        <comment>terminal</comment>
        <translation>标识</translation>
    </message>
    <message>
        <source>Platform</source>
        <comment>terminal</comment>
        <translation>平台</translation>
    </message>
    <message>
        <source>Cluster</source>
        <comment>terminal</comment>
        <translation>集群</translation>
    </message>
    <message>
        <source>Joined</source>
        <comment>terminal</comment>
        <translation>加入时间</translation>
    </message>
    <message>
        <source>Runs %1</source>
        <comment>terminal, a product</comment>
        <translation>运行 %1</translation>
    </message>
    <message>
        <source>Runs</source>
        <comment>terminal</comment>
        <translation>运行</translation>
    </message>
    <message>
        <source>nothing of ours yet</source>
        <comment>terminal</comment>
        <translation>尚无产品</translation>
    </message>
    <message>
        <source>Open its rollout</source>
        <comment>terminal detail</comment>
        <translation>打开其推送任务</translation>
    </message>
    <message>
        <source>#%1</source>
        <comment>number of a rollout</comment>
        <translation>#%1</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>cause of a failure, what the terminal said</comment>
        <translation>%1。%2</translation>
    </message>
    <message>
        <source>Cancel this deployment?</source>
        <comment>question</comment>
        <translation>取消此部署？</translation>
    </message>
    <message>
        <source>The terminal is asked to stop. What it has installed already stays; its rollout does not offer it this release again.</source>
        <comment>question</comment>
        <translation>将请求终端停止。已安装的内容会保留；其推送任务不会再向它提供此发行版。</translation>
    </message>
    <message>
        <source>Cancel deployment</source>
        <comment>button</comment>
        <translation>取消部署</translation>
    </message>
    <message>
        <source>The deployment was not cancelled</source>
        <comment>error</comment>
        <translation>未能取消部署</translation>
    </message>
    <message>
        <source>The deployment was not begun anew</source>
        <comment>error</comment>
        <translation>未能重新开始部署</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a value, how many have it</comment>
        <translation>%1（%2）</translation>
    </message>
    <message numerus="yes">
        <source>%n terminal(s) chosen</source>
        <comment>terminal detail</comment>
        <translation>
            <numerusform>已选择 %n 个终端</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::ui::TerminalsPage</name>
    <message>
        <source>Terminals</source>
        <comment>page</comment>
        <translation>终端</translation>
    </message>
    <message>
        <source>Filter of terminals</source>
        <comment>accessible name</comment>
        <translation>终端筛选</translation>
    </message>
    <message>
        <source>Which terminals</source>
        <comment>accessible name</comment>
        <translation>哪些终端</translation>
    </message>
    <message>
        <source>Active</source>
        <comment>terminals</comment>
        <translation>在用</translation>
    </message>
    <message>
        <source>Retired</source>
        <comment>terminals</comment>
        <translation>已退役</translation>
    </message>
    <message>
        <source>Clones suspected</source>
        <comment>terminals</comment>
        <translation>疑似克隆</translation>
    </message>
    <message>
        <source>All</source>
        <comment>terminals</comment>
        <translation>全部</translation>
    </message>
    <message>
        <source>&amp;Add terminals …</source>
        <comment>button</comment>
        <translation>添加终端(&amp;A) …</translation>
    </message>
    <message>
        <source>Terminals</source>
        <comment>accessible name</comment>
        <translation>终端</translation>
    </message>
    <message>
        <source>Add terminals …</source>
        <comment>action</comment>
        <translation>添加终端 …</translation>
    </message>
    <message>
        <source>Filter terminals</source>
        <comment>action</comment>
        <translation>筛选终端</translation>
    </message>
    <message>
        <source>No terminals yet</source>
        <comment>empty state</comment>
        <translation>还没有终端</translation>
    </message>
    <message>
        <source>A terminal joins with a one-time code: make codes here, and run the command that you are shown on each machine.</source>
        <comment>empty state</comment>
        <translation>终端使用一次性加入码加入：在此生成加入码，并在每台机器上执行所显示的命令。</translation>
    </message>
    <message>
        <source>Add terminals …</source>
        <comment>empty state</comment>
        <translation>添加终端 …</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <comment>empty state</comment>
        <translation>没有匹配项</translation>
    </message>
    <message>
        <source>No terminal matches this filter. Take a part of it away, or look among all terminals.</source>
        <comment>empty state</comment>
        <translation>没有终端匹配此筛选条件。请去掉一部分条件，或在全部终端中查找。</translation>
    </message>
    <message>
        <source>%1 shown of %2 – more come as you scroll</source>
        <comment>number of rows</comment>
        <translation>已显示 %1 个，共 %2 个 – 滚动可加载更多</translation>
    </message>
    <message numerus="yes">
        <source>%n terminal(s)</source>
        <comment>number of rows</comment>
        <translation>
            <numerusform>%n 个终端</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting to join</source>
        <comment>terminals</comment>
        <translation>等待加入</translation>
    </message>
    <message>
        <source>Let terminals in that wait</source>
        <comment>action</comment>
        <translation>准入等待中的终端</translation>
    </message>
    <message>
        <source>Waiting to join (%1)</source>
        <comment>terminals, how many</comment>
        <translation>等待加入（%1）</translation>
    </message>
    <message numerus="yes">
        <source>%n terminal(s) ask to join and wait for you.</source>
        <comment>terminals</comment>
        <translation>
            <numerusform>%n 个终端申请加入，等待您处理。</numerusform>
        </translation>
    </message>
    <message>
        <source>Look at them</source>
        <comment>button</comment>
        <translation>查看</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::TokenSettings</name>
    <message>
        <source>API tokens</source>
        <comment>accessible name</comment>
        <translation>API 令牌</translation>
    </message>
    <message>
        <source>Name</source>
        <comment>column</comment>
        <translation>名称</translation>
    </message>
    <message>
        <source>Role</source>
        <comment>column</comment>
        <translation>角色</translation>
    </message>
    <message>
        <source>Made</source>
        <comment>column</comment>
        <translation>生成时间</translation>
    </message>
    <message>
        <source>Ends</source>
        <comment>column</comment>
        <translation>到期时间</translation>
    </message>
    <message>
        <source>&amp;New token …</source>
        <comment>button</comment>
        <translation>新建令牌(&amp;N) …</translation>
    </message>
    <message>
        <source>&amp;Revoke …</source>
        <comment>button</comment>
        <translation>吊销(&amp;R) …</translation>
    </message>
    <message>
        <source>Tokens of programs</source>
        <comment>settings</comment>
        <translation>程序令牌</translation>
    </message>
    <message>
        <source>signalboxctl, a build server or a monitor comes in by a token. The manager keeps no token, only what it takes to recognise one.</source>
        <comment>settings</comment>
        <translation>signalboxctl、构建服务器或监控系统使用令牌接入。管理器不保存令牌，只保存识别令牌所需的信息。</translation>
    </message>
    <message>
        <source>never</source>
        <comment>end of a token</comment>
        <translation>永不</translation>
    </message>
    <message>
        <source>Revoke the token “%1”?</source>
        <comment>question</comment>
        <translation>吊销令牌“%1”？</translation>
    </message>
    <message>
        <source>Whatever comes in by it is refused from now on. This cannot be taken back.</source>
        <comment>question</comment>
        <translation>使用它接入者从现在起会被拒绝。此操作无法撤销。</translation>
    </message>
    <message>
        <source>Revoke token</source>
        <comment>button</comment>
        <translation>吊销令牌</translation>
    </message>
    <message>
        <source>The token was not revoked</source>
        <comment>error</comment>
        <translation>未能吊销令牌</translation>
    </message>
    <message>
        <source>API tokens</source>
        <comment>settings</comment>
        <translation>API 令牌</translation>
    </message>
    <message>
        <source>This console comes in by this token</source>
        <comment>tool tip</comment>
        <translation>本控制台使用此令牌接入</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::Tray</name>
    <message>
        <source>&amp;Open Signalbox</source>
        <translation>打开 Signalbox(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message numerus="yes">
        <source>Signalbox: %n rollout(s) under way</source>
        <comment>tray</comment>
        <translation>
            <numerusform>Signalbox：%n 个推送任务进行中</numerusform>
        </translation>
    </message>
    <message>
        <source>Signalbox</source>
        <translation>Signalbox</translation>
    </message>
    <message>
        <source>Signalbox goes on in the background</source>
        <translation>Signalbox 在后台继续运行</translation>
    </message>
    <message numerus="yes">
        <source>%n rollout(s) under way. The manager keeps running; open or quit Signalbox from here.</source>
        <comment>tray</comment>
        <translation>
            <numerusform>%n 个推送任务进行中。管理器会继续运行；可在此打开或退出 Signalbox。</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Pause all rollouts</source>
        <translation>暂停所有推送任务(&amp;P)</translation>
    </message>
</context>
</TS>
