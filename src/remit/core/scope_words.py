"""The words by which the scope screen knows what a sentence is about: classes of meaning, Chinese and English.

A class is a set of words that a rule of `remit.core.scope` can name; a word may belong to several. Words are
separated by white space. The longest word at a place wins, so that a longer harmless word (宗教活动场所, "good
faith") takes the place of a shorter one. In English `*` stands for any ending and `_` for a space.
"""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["CHINESE", "ENGLISH", "TRADITIONAL"]

CHINESE: Mapping[str, str] = {
    # --- what a sentence may be about: outside by itself
    "ideology": """
        意识形态 网评 网络评论员 评论员队伍 评论骨干 评论队伍 控评 跟评 洗脑 主旋律 正能量 议题设置 设置议题 占领评论区 宣传阵地 思想阵地 阵地管理
        阵地意识 阵地建设 舆论阵地 网上斗争 正面声音 正面发声 理性发声 正向发声 发声亮剑 敢于亮剑 网上亮剑 正面文章 正面跟帖 正面评论 正面回帖 负面声音
        负面炒作 网上炒作 恶意炒作话题 引发炒作 形成炒作 炒作话题 热议 敏感话题 敏感言 思想引领 思想武装 思想统领 政治引领 思想政治教育 思想政治工作
        思想政治状况 思政 宣传口径 对外口径 报道口径 应对口径 答复口径 表态口径 统一口径 官方口径 口径一致 发声口径 统一发声 统一说法 官方表述 规范表述
        统一表态 表态发言 一个声音 一个调 各说各话 反宣 反动 反邪教 网络舆论 话语权 话语体系 网络写手 网军 水军 网宣 网络宣传员 文明上网 正面宣传引导
        网络阵地 思想防线 思想净化 思想统一 统一思想认识 净化舆论 净化网络 网络空间清朗 清朗网络 清朗行动 网上正面 网络正面 正面信息投放 正面典型推送
        唱响 占领网络 占领舆论 统战 感恩教育 信念教育 忠诚教育 思想整顿 思想纯洁 肃清流毒 历史虚无主义 西方价值 西方思潮 错误思潮 错误倾向 和平演变 渗透活动
        主流价值 主流意识 主流声音 官方立场 对不上口径 口径不一 宣传思想 思想文化阵地 思想理论建设 思想领域 一会一报 管阵地 把导向 敢抓敢管 四个意识教育 抵御渗透 反渗透 宗教渗透 思想渗透 文化渗透
        主导权 舆论主动 精神污染 思想污染 思想舆论 讲政治教育 早引导 正面力量 评论资源 评论任务 引导评论 引导任务 跟帖任务 网络文明 网上引导 引导队伍 引导员 负面信息压制
        错误思想观点 团结稳定鼓劲 正面宣传为主 不良情绪蔓延 思想稳定 网上舆论 论调 发声渠道 说好话 统一基调 一边倒 舆论工作 正面内容 正面信息 正面报道 主流价值 正面引导 正面舆论 正面宣传 抢先定调 统一定调 定调子 时间定调 境外渗透 渗透破坏 渗透颠覆 把握正确导向 牢牢把握正确 正确舆论导向 舆论导向正确
    """,
    "opinion": """
        舆情 舆论 舆评 民意动向 民意走向 民意倾向 网络民意 网民情绪 群众情绪 公众情绪 社会情绪 社会心态 师生情绪 职工情绪 员工情绪 学生情绪 居民情绪 村民情绪
        群体情绪 民情动态 评论风向 网上风向 热搜 带节奏 涉稳信息 涉稳苗头 涉稳动态 涉稳情报 社会反响 群众反响 网情 群众心态 民心动向 网上动态 网上动向 对我不利
        不利声音 不利言论 不利报道 不利信息 反对声音 反对的声音 不同声音 质疑声 批评声 批评的声音 骂声 怨气 民怨 不出杂音 杂音 网上平稳 网上总体 负面热点
        社情 议论较多 议论集中 热点议论 群众议论 居民议论 职工议论 网上议论 网上声音 民间声音 公众看法 群众看法 公众态度 民众态度 人心向背 敏感事件 民心动向
    """,
    "mind": """
        思想动态 思想状况 思想情况 思想动向 思想倾向 思想苗头 思想波动 思想表现 思想态度 思想问题 思想隐患 思想摸底 思想排查 思想转化 思想转变 思想汇报
        思想深处 思想异常 思想不稳定 思想不端 思想滑坡 不稳定思想 不稳定想法 过激想法 过激思想 偏激思想 错误思想 不良思想 不良想法 模糊认识 错误认识 所思所想
        政治倾向 政治立场 政治态度 政治表现 政治观点 政治背景 政治见解 政治信仰 政治面貌 政治主张 政治思想倾向 政治可靠 政治上可靠 政治不可靠 观点倾向 立场倾向
        政治忠诚 对立情绪 抵触情绪 不满情绪 过激情绪 负面情绪 消极情绪 不满心理 内心想法 真实想法 思想落后 思想包袱 想些什么 想什么 心里想 怎么想 怎么看待
        转变看法 转变观念 转变认识 转变态度 端正认识 端正态度 思想偏差 认识偏差 思想认识偏差 思想活跃 思想复杂 思想反常 有情绪 有怨 三观 精神世界         拥护程度 支持程度 对政府的态度 对组织的看法 政治测评 政治体检 政治画像 思想体检 思想测评 思想鉴定 思想档案
    """,
    "dragnet": """
        稳控 维稳 落地查人 落地核查 教育转化 人盯人 思想改造 脱教 思想画像 涉稳人员 不稳定人员 不稳定分子 不安定分子 管控对象 转化对象 帮扶转化 访民 老户
        缠访闹访 逢会必访 异见 异议人士 维权人士 维权骨干 维权律师 不放心人员 刺头 截访 拦访 接访劝返 不离村 不离乡 不离岗区 不离视线 死看死守 看死盯牢
        盯死看牢 看牢盯紧 人在哪里 在干什么 和谁在一起 不失控 不漏管 失控漏管 脱管失控 脱管漏管 意见领袖 活跃分子 不安定因素 挑头人员 带头闹事 闹事人员 煽动者
        散布者 异己 异类 持不同政见 有反骨 思想落后人员 公知 涉访 涉稳 涉军 涉众 上访老户 利益诉求群体 群体骨干 骨干人员 重点人头 包保稳控 稳定情况 维护稳定工作 法轮功 全能神 邪教人员 异常动向 极端倾向 激进 吸附在 吸附稳控
    """,
    "censorship": """
        政治审查 政审 政治把关 政治审核 政治审读 政治审看 政治关 导向审核 导向审查 导向把关 导向关 内容导向 意识形态审查 言论管控 言论管理 言论审查 言论监测
        敏感词 敏感字 先审后发 先审后播 先审后登 时政敏感 审读员 审读制度 价值导向 政治导向 舆论导向
        出版导向 创作导向 思想导向 立场审查 立场审核 观点审查 观点审核 言论筛查 思想审查 思想审核 读物审查 政治鉴定
    """,
    "heresy": """
        妄议 不当言论 错误言论 负面言论 反动言论 过激言论 不良言论 有害言论 极端言论 异常言论 不实言论 敏感言论 偏激言论 攻击性言论 消极言论 不利言论 违规言论
        错误观点 错误立场 不当观点 反对言论 出格言论 不满言论 不和谐言论 非议言论 不当评论 消极评论 怪话牢骚 散布不满 妄加评论
    """,
    # --- outside unless a frame makes it harmless
    "belief": """
        信教 信仰 信奉 信众 信徒 教徒 教友 教民 入教 退教 传教 布道 讲经 诵经 念经 查经 礼拜 祷告 祈祷 弥撒 洗礼 受洗 朝觐 朝圣 封斋 斋月 斋戒 守斋
        开斋 主麻 神职 教派 教会 聚会点 神龛 佛像 神像 十字架 圣经 古兰经 经文 经书 佛经 佛珠 念珠 头巾 面纱 罩袍 蓄须 留须 阿訇 牧师 神父 僧人 僧尼 尼姑
        喇嘛 活佛 拜佛 拜神 敬神 信主 信佛 信神 信基督 信天主 信伊斯兰 信道 佛教 道教 基督教 天主教 伊斯兰教 穆斯林 基督徒 法会 法事 无神论 占卜 算命
        皈依 出家 居士 香客 传道 福音 团契 唱诗班 教义 教规 神学 圣像 民间信仰 拜祭神 供奉 圣诞 洋节 忌口原因 教籍 传播宗教 宗教渗透 非法宗教 宗教活动情况 宗教信仰情况 信教情况 信教底数 参加宗教 发展教徒 宗教极端 宗教氛围 宗教色彩 宗教书籍 宗教书刊 宗教标志 宗教标识 宗教服饰 宗教饰品 宗教内容 宗教背景
    """,
    "religion": "宗教",
    "cult": "迷信 邪教 会道门",
    # --- outside when something is done about it
    "shrine": "教堂 寺庙 清真寺 寺院 道观 佛堂 宗教团体 宗教活动场所 宗教场所 经堂 聚会处",
    "origin": """
        族别 民族成分 民族身份 民族情况 民族构成 民族类别 哪个民族 什么民族 何民族 民族一栏 族裔 种族 血统 籍贯 原籍 家庭出身 特定民族
        民族聚居区 民族人员 民族学生 民族职工 家庭成分 母语 肤色 性取向 性倾向 党派 同性恋 某族 异族 外来民族 祖籍 祖上 家族背景 家庭背景 海外背景 外裔
        出身 来自某 本地人还是 乡音 口音 方言 移民背景 后裔 族群 回族 维吾尔 藏族 蒙古族 哈萨克 彝族 苗族 壮族 朝鲜族 满族 侗族 土家族 傣族 白族 羌族 非裔 黑人 外地人 某省籍 某地籍 省籍 来源地 特定省份 特定国家 民族分布 民族结构 户籍来源 来自特定地区 特定地区人员 特定地区学生 少数民族人员 少数民族群众 少数民族学生 少数民族职工 少数民族流动 少数民族家庭 少数民族租客 少数民族务工 少数民族村民 少数民族旅客 少数民族商户 少数民族居民 少数民族青年 少数民族员工 少数民族干部 少数民族教师 少数民族身份 少数民族经商 少数民族住户
    """,
    "speech": """
        言论 言语 言辞 言谈 议论 谈论 谈及 提及 闲谈 闲聊 怪话 私聊 群聊 聊些 聊什么 谈什么 谈些 说什么 说些 讲什么 讲些 写什么 看什么书 读什么 听什么 私下谈
        私下说 私下讨论 背后说 饭局 酒桌 茶余饭后 帖文 帖子 发帖 跟帖 回帖 网帖 删帖 贴文 推文 博文 网文 弹幕 留言 评论 时评 发言 吐槽 讲话内容 讨论内容
        谈话内容 交谈 谣言 传言 传闻 流言 小道消息 煽动 标语 横幅 条幅 传单 大字报 小字报 涂鸦 公开信 联名信 投书 爆料 言行 通话内容 通话录音 负面信息
        有害信息 不良信息 负面消息 负面新闻 负面内容 有害内容 负面帖 负面话题 热点话题 敏感信息 书信 往来信件 往来邮件 私人邮件 个人邮件 员工邮件 私信 日记 笔记
        私人文章 个人文章 发声 浏览记录 上网记录 阅读记录 借阅记录 借阅情况 搜索记录 订阅 境外报刊 境外刊物 境外书 境外电子刊物 境外节目 境外广播 授课内容 讲授内容
        转发 口号 歌谣 顺口溜 段子 笑话 表情包 闲话 议政 时政 聊天记录 聊天内容 聊天群 网上讨论 公开讨论 撰稿 直播内容 视频内容 短视频 匿名信 微头条
        观影 收听 收看 阅读书 课上所讲 课堂上讲 课堂言 布道内容 讲道 点赞 话题 信谣 传谣 造谣 声援 书刊 政治类书籍 读书内容 搜索内容 私下言谈 酒后言 饭后 牢骚话 谈话情况 谈话记录 聊天情况 说话 交谈 谈吐 谈论 言语 讲话 插话 说的话 讲的话 写信反映 评头论足 说长道短 大放厥词 群消息 群内 群里 建群 拉群 加群 进群 煽动性 说好话
        歌声 唱歌 访谈 写的文章 著述 新闻评论 私下议论 私下谈论 私下说 私下聊 背地议论 背地里 言语过激 宣传册 谈话情况 交谈情况
    """,
    "hot": """
        热点问题 热点敏感 敏感问题 热点事件 敏感事件 敏感信息 突发话题 焦点问题 群众关切 负面影响 不良情绪 群众认识 群众思想 群众言行 公众认识 公众判断
        公众预期 社会预期 网民认识 大众认知 社会认知 群众心理 民间议论 网络情绪 情绪蔓延 对外形象 单位形象 城市形象 政府形象 学校形象 党委形象
    """,
    "reading": "借阅 阅读 订阅 浏览 收看 收听 看书 搜索 检索 观看 点播 下载 购书 读书 书单 上网 翻墙",
    "dissent": """
        批评性 发牢骚 牢骚 怨言 抱怨 埋怨 抨击 抹黑 唱衰 唱反调 非议 讽刺 嘲讽 讥讽 调侃 不同政见 负面评价 负面看法 消极看法 表达不满 表示不满
        流露不满 发泄不满 心怀不满 心存不满 不满的 偏激 过激 反政府 反党 对着干 说三道四 爱提意见 意见大 意见多 消极言行 泄愤 批评政府 批评上级 批评领导
        批评主管 批评党 批评政策 批评干部 批评单位 批评公司 批评学校 扩散情绪 负面 消极灰暗 灰暗 阴暗面 不认同 不拥护 不支持 不配合宣传 顶撞 怨怼 挑刺 找茬
        较真 质疑政府 质疑上级 质疑决策 质疑政策 质疑领导 恶意攻击 攻击政府 攻击党 攻击领导 影射 借古讽今 泄露内情 唱对台戏 不和谐
    """,
    "critic": """
        批评 质疑 反对 看法 怀疑 指责 提意见 揭露 议论 抱怨 诉苦 评头论足 说长道短 指手画脚 说三道四 口无遮拦 胡说 乱说 乱讲 信口 大放厥词 争论 顶嘴 抬杠
        嚼舌 吐苦水 鼓吹 鼓动 宣扬 呼吁 附和 起哄 声援 评说 点评 评判 宣泄 发泄 埋怨 不认可 不理解 不支持 意见大 抵触 反感 诋毁 抵制 歪曲 丑化 污蔑 诬蔑 发难 谩骂 咒骂 骂领导 骂街 骂政府 冷嘲热讽 聊起
    """,
    "view": "想法 情绪 心态 感受 心声  怨愤 有怨",
    "theme": "主题 立意 题材 寓意 内涵 相左 不符 不一致 不一 内容不合 不合要求 不健康 低俗 格调 品位 健康向上 积极向上 导向 不宜 意图 倾向 消极",
    "power": """
        上级 政策 决策 大政方针 党委 党组织 党组 领导干部 村干部 官员 当局 体制 时政 政治 征地 拆迁 社会制度 社会矛盾 社会现象 公职人员 改革 领导 干部 时局 时事 管理层 高层
        校方 校领导 院领导 物业和政府 补偿方案 上级决定 历史事件 领袖 执政 政府工作 地方政府 对政府 当地政府 学校处理 学校管理 公司管理 单位管理 公司制度 公司决定 学校决定 司法
        主管部门的做法 对公司 对学校 对单位 党和政府 公司和政府 国家政策 社会问题 制度
    """,
    "medium": """
        朋友圈 微信群 业主群 家长群 村民群 同学群 员工群 QQ群 社交媒体 社交平台 社交网络 社交账号 社交软件 私人账号 个人账号 自媒体 微博 博客 贴吧 直播间 网络社区
        公众号 评论区 境外网站 境外平台 境外账号 网民 网友 网上 论坛 群组 线上 网络大V 大V 博主 网红 群主 热线来电 来电者 短视频账号 网络账号 小号 群成员
        主播 私人手机 个人手机 视频平台 问答社区 微信账号 抖音 快手 微信、 聊天软件 账号进行巡查 账号发言 账号发布
    """,
    "gathering": """
        上访 信访人 信访群众 重复信访 缠访 闹访 越级访 进京访 集体访 非访 维权 聚集 聚会 集会 游行 示威 静坐 抗议 罢工 罢课 罢市 请愿 签名活动
        征集签名 结社 读书会 同乡会 校友会 老乡会 战友会 沙龙 社团 民间团体 自发组织 自发成立 非官方 民间组织 读书小组 民间书店 独立书店 民办书店 诉求
        私下聚 私下结 私下组织 兴趣小组 独立工会 业主代表 带头人 挑头 领头 牵头闹 相互串联 私下串联 串联上访 串联聚集 暗中串联 串联倾向 串联活动 进行串联 串联
        抱团 小圈子 小团体 拉帮结派 公益组织 志愿团体 民间力量 维权组织 业委会筹备 集体行动 集体讨薪 讨薪 拉横幅 举牌 纪念活动 未经登记的团体 未登记的团体
        学生社团 社会团体成员 网络社群 联名信 联名上 联名反映 联名举报 联名签 联名抗议 参与联名 联名写 联名的 越级反映 消极怠工串联 社会组织成员的 带头在网上 发起抵制 抵制活动 组织抵制 号召抵制
    """,
    "contact": """
        往来情况 往来关系 来往情况 密切来往 交友 社会关系 人际关系 关系网 亲友圈 交际圈 交际情况 朋友圈子 境外背景 境外关系 境外媒体 外国记者
        外媒 海外关系 境外联系 境外资助 境外培训 境外机构联系 接触对象 接触人员 活动轨迹 采访 私人关系 交往圈 生活圈 与谁 和谁 跟谁 见谁 探访 亲朋
        常客 同伙 圈子 外国人交往 外籍友人 聚餐 私交 联络情况 熟人 与境外人员 境外人士 来往 来往频繁 与外国人 境外友人 海外亲友 海外亲属 境外亲属 境外亲友 国外亲友 海外联系 与海外 向记者反映 向媒体反映 向媒体爆料 向媒体提供 接受媒体 接受记者 对媒体谈 媒体访谈 记者访谈 联系记者 境外交流 交往情况 交往对象 人员交往 社会交往 其交往 交往范围 与境外交往 日常交往 密切交往 出境情况 出国情况 护照由 与境外组织 参加境外组织 境外组织联系 境外记者 境外基金会 境外非政府组织资助
    """,
    "watched": """
        重点人员 重点人 重点对象 重点人群 重点群体 重点户 重点家庭 关注对象 关注人员 关注群体 重点关注 特殊人群 特殊群体 特殊人员 高危人员 钉子户 特定群体
        可疑人员 包保对象 帮教对象 帮教 包保 工作对象 骨干分子 带头人员 不稳定因素 苗头性 苗头 倾向性 敏感人员 敏感群体 问题人员 后进人员 敏感节点 敏感时段
        敏感时期 敏感时间 敏感日 敏感期 特护期 重要时间节点 重点时段 逢会 某一类 人员底数 危险人员 流动人员 外来人员 返乡人员 退役人员 失独 五个一
        陪护 前科 异常人员 可能影响稳定 影响稳定 稳定风险 风险人员 诉求群体 利益群体 上过访 有诉求 重点教师 重点学生 重点职工 重点青年 敏感案件 敏感人物 爱写信 爱反映 思想活跃 有影响力 影响力 活跃 重点关照 特别关注 高度关注
    """,
    "creed": """
        理想信念 信念 爱国 忠诚 感恩 党性 觉悟 世界观 人生观 价值观 价值观念 历史观 民族观 宗教观 国家观 政治学习 政治理论 心得体会 政治素养 政治觉悟 思想觉悟 立场坚定
        站稳立场 认同感 认同度 归属感
    """,
    "work": """
        书稿 稿件 来稿 书目 图书 书籍 馆藏 藏书 读物 刊物 期刊 学报 出版物 出版 教材 教辅 教案 讲义 课件 课程 课堂 剧本 台词 歌词 演出 节目 展览 展品 参展作品
        作品 影片 电影 纪录片 歌曲 曲目 漫画 论文 课题 研究项目 文章 诗歌 小说 画作 艺术 解说词 前言 海报 文艺 剧目 报道 新闻 编剧 画家 作家 作者 教学内容 发布内容
        壁画 雕塑 戏剧 相声 著作 译著 校刊 社刊 墙报 黑板报 板报 专栏 栏目 网站内容 选题 策展 舞蹈 话剧 广播剧 动漫 游戏 教学 科研 引进人才 学术 影视 评书
        对联 春联 民谣
    """,
    "platform": """
        讲座 报告会 研讨会 研讨 宣讲 主讲人 主讲 讲稿 演讲稿 演讲 发言稿 授课人 讲者 嘉宾 外教 报告人 读书分享 讲坛 议题 讨论题 书单 讲经 讲道 演说 辩论赛 辩题
        征文 登台 主持人人选 校外人员来校 学术交流 学术活动 论坛活动 读书活动 阅读活动 分享会 放映会 观影活动 授课教师 外聘教师 客座
    """,
    "viewpoint": """
        观点 立场 导向 思想内容 思想性 政治性 政治标准 政治方向 时政 敏感 偏激 基调 政治正确 政治上 思想倾向 价值取向 政治 讽刺 思想 社会矛盾 价值观 价值观念 意识倾向
        消极 灰暗 阴暗面 负面 调子 格调 正面形象 歪曲 丑化 抹黑 主流 过往言论 以往言论 历史观 学术观点 政见 倾向性 倾向 舆论 口径 不一致的内容 世界观 红线
        主题思想 精神导向 弘扬 颂扬 通稿 正确政治方向 正确的政治方向 导向正确 正确导向 正确的导向
    """,
    # --- what is done
    "spy": """
        监看 监听 监视 监控 旁听 窃听 偷听 盯守 盯防 盯控 紧盯 盯梢 留意 留心 打探 打听 摸排 摸清 摸准 摸底 排查 暗访 跟踪 尾随 蹲守 盘问 套问 耳目 信息员
        眼线 线人 截图 截屏 拍照留存 倒查 研判 全程掌握 密切关注 密切掌握 随时掌握 实时掌握 时刻掌握 布控 底数清 动向 去向 行踪 下落 网上巡查 网络巡查 巡网 巡查
        画像 打上标签 贴上标签 标签 盯住 盯紧 见面 逐日 通风报信 苗头 线索 底数 情况明 查看手机 翻看 翻查 检查手机 收缴 察看 观察 跟踪观察 重点关注 关注 陪同
        轮流陪 看护 看住 看管 动态跟踪 动态掌握 持续跟踪 打卡式关注 早发现 早报告 身份核实 摸一摸 了解动向 去向知 情况明 数清 去哪 与谁 陪同 全程陪 走访卡 工作卡 联系卡 一卡 指定专人 专人联系 掌握其 识别出
    """,
    "watch": """
        掌握 了解 清查 核查 检查 统计 浏览 收集 搜集 归集 汇总 汇集 梳理 分析 评估 调查 询问 查看 查验 注意 调研 走访 入户 上门 家访 回访 过问 核实 排摸 查问
        筛查 考核 测评 调取 调阅 打分 评分 谈话 抽查 跟进 查找 问询 采集 抽取 打听 评定 考察 鉴定 问卷 测试 测验 评议 碰头 追问 知悉
    """,
    "record": """
        登记 记录 留存 记下 记入 载入 填写 填报 编号 归档 存档 注明 写明 标注 标记 备注 列入 列为 纳入 增设 造册 录入 签订 签署 承诺书 保证书 声明 申明 归入
        说明 记 录音 截留 标识 标出 计入 载明 写入 圈定 锁定 保存 留档 月报 列出
    """,
    "list": """
        名单 名册 台账 台帐 档案 建档 一人一档 人员库 数据库 信息库 黑名单 花名册 底册 底数 登记表 登记卡 学籍卡 画像 分级 分类管理 造册 清单 骨干库 姓名 名录 重点库
    """,
    "tie": """
        逐人 逐户 逐个 逐一 一对一 一人一策 一人一档 一人一专班 专班 包保 专人 定人 挂钩联系 挂包 结对 人头 姓名 人数 直系亲属 五包一 四包一 包联 每户 盯人 五个一
        四个一 轮流
    """,
    "report": """
        上报 报告 呈报 报送 报至 报备 备案 汇报 呈送 移交 移送 通报给 反映给 转交 月报 日报 周报 专报 零报告 通知家长 通知其家长 报 逐级 通知保卫 通知公安 通知派出所
        转报 抄告 告知公安 告知派出所 通气 反馈 反映给 向辅导员反映 向班主任反映 向社区反映 向上级反映
    """,
    "steer": """
        引导 管控 管住 管好 疏导 正面引导 正向引导 引向 压减 压下 平息 应对 转移注意 对冲 反制 弘扬 统一思想 净化 压降 露头就打 降温 降热 冷处理 造势 声量 占领 点赞
        扭转 营造 投放 推送 回击 反驳 批驳 驳斥 稀释 淹没 覆盖 冲淡 塑造 调控 掌控 掌握主动 主导 把控 防止扩散 牵引 化解 疏解 抢占 发声 讲好 组织力量 稳住
    """,
    "suppress": """
        删除 删帖 屏蔽 封禁 封号 封堵 封口 禁言 噤声 消音 关停 下架 下沉 限流 沉底 过滤 撤稿 撤下 撤展 撤除 剔除 清除 清理 拦截 阻断 叫停 取缔 收缴 没收 制止
        查禁 禁播 停播 查处 断开 解散 删改 压制 消除 打击 整治 整顿 摘除 扣留 停止 销毁 收回 封存 封闭 移出 移除 清出 拆除 遮挡 取消举办 不予安排 不予上架 不予刊发
        不予播出 不予发表 退稿 换下 隐藏 折叠 置后 后台处理 暂扣 扣押 扣留 摘下 遮盖 覆盖 下线 撤换 停止合作 终止 压 封 停用 拒绝刊登 不予采用 不采用 不用
    """,
    "dissuade": """
        劝阻 劝返 劝导 劝说 劝离 劝退 劝诫 劝其 劝 帮教 转化 做工作 做通工作 谈心谈话 谈心 谈话提醒 教育引导 感化 脱离 远离 思想教育 约谈教育 阻止 不参加 说服教育
        说服 团结教育 开导 训导 规劝 回头 签订承诺 教育挽救 批评帮助 争取过来 不离 改变其 转变其 争取其 教育改造 进行教育 开展教育 接受教育
    """,
    "vet": """
        审查 审核 审读 审看 审定 审批 报批 送审 预审 初审 终审 把关 鉴定 评审 审校 审阅 审听 复审 过目 放行 报审 甄别 筛选 鉴别 倒查 背景调查 事先 预先 批准
        核准 报备制 报备 先看 首看 首先看 报上级 剔除 遴选 筛查 不得通过 试讲 签字 审 复核
    """,
    "punish": """
        处分 处罚 惩戒 惩处 惩罚 罚款 警告 记过 开除 辞退 解聘 停课 停职 停岗 停学 调离 调岗 降职 降级 撤职 免职 约谈 诫勉 训诫 通报批评 通报 扣分 扣发 扣减 扣除
        扣罚 扣十分 扣 取消 评优 一票否决 问责 追责 追究 书面检查 检讨 除名 劝退 失信 不文明名单 拘留 移交公安 移送公安 移送司法 限制 谈话提醒 逐出 清退 清除出
        不予 退学 暂缓 严肃处理 批评教育 从严处理 停发 解除 降薪 黑名单 记入档案 丧失 退党 罚 吊销 不得组织答辩 倒扣 换岗 责令 降低 淘汰 停止执教 停止授课
        否决 同样处理 从重 从严 暂停 论处 停止 吊扣 终止 不予续 取消资格 暂缓审批 暂停执业 撤销 不得享受 减分 降级 处置 倒查责任 追缴
    """,
    "attend": "参加 参与 加入 前往 出入 常去 到访 进出 去 到过 进过 出席",
    "benefit": "录用 聘用 聘任 晋升 评为 评优 评先 提拔 推荐 入党 享受 参评 入学 升学 录取 重用 任教 录取 上岗 转正 续聘 续租 毕业 答辩 申请",
    "express": """
        发表 发布 散布 传播 张贴 撰写 参加 参与 加入 宣讲 讨论 议论 组织 佩戴 穿着 悬挂 举行 举办 转发 信仰 信奉 接受 刊发 刊登 出版 上架 播出 演出 宣传 谈论 表达
        进校园 进入校园 设立 从事 播放 使用 阅读 收听 收看 点赞 评论 讲授 张挂 扩散 妄议 携带 留 说 摆放 提及 涉及 出现 对外 擅自 私自 过 传抄 收藏 订阅 庆祝
    """,
    # --- what turns it round, or makes it harmless
    "bar": "不得 禁止 严禁 不准 不能 不应 不许 不可 无权 不允许 严格禁止 杜绝 一律不 不宜 谢绝",
    "abuse": "歧视 打击报复 报复 强迫 强制 泄露 侵犯 变相 骚扰 刁难",
    "shield": "不得因 不得以 不因 不得将 不得把 不得由于 不能因 不应因 不受 免受 不得作为 不作为 不能作为 不能以 不得仅因 不得仅以 不得与 不分 不论 不干预 不限制 不强制 不强迫",
    "guise": "为名 名义 幌子 为掩护",
    "deny": """
        歧视 打击报复 报复 拒绝 干涉 强制 强迫 泄露 泄漏 侵犯 侵害 阻挠 阻碍 妨碍 剥夺 差别对待 区别对待 刁难 加重 压制 强行 索要 要求 限制 克扣 披露 提供给 非法
        篡改 隐匿 推诿 敷衍 排斥 拖延 干预 贬损 侮辱 伤害 诱导 询问 追问 处理个人
    """,
    "privacy": """
        隐私 单独同意 知情同意 书面同意 本人同意 匿名 去标识化 脱敏 最小必要 影响评估 敏感个人信息 个人信息保护 加密
    """,
    "agency": "公安 派出所 保卫 国安 国保 统战 政法委 综治 维稳办 网安 网警",
    "protect": """
        尊重 保障 保护 平等 自由 权利 权益 隐私 单独同意 知情同意 书面同意 本人同意 匿名 去标识化 脱敏 保密 申辩 陈述权 歧视 公平 救济 最小必要 影响评估 禁忌
        民族团结 一视同仁 照顾 加密 敏感个人信息 双盲 隐私 依法享有 享有平等 平等享有
    """,
    "heed": """
        听取 征求 征集意见 意见征集 意见箱 听证 民主评议 满意度 回应 采纳 答复 回复 会议记录 会议纪要 纪要 表决 保留意见 反对票 如实记载 发言权 笔录 论证会
        少数意见 不同意见 申辩 陈述 质询 新闻发言人 新闻发布会 受理 复核 复议 办结 议案 议程 主席团 代表团 常务委员会 股东会 董事会
    """,
    "claim": """
        投诉 申诉 举报人 检举 控告 意见和建议 意见建议 批评和建议 批评意见 批评建议 合理化建议 建议 消费者 用户评价 商品 服务质量 供应商 招标 采购 投标 评标 仲裁 委员
        人大代表 政协委员 审核意见 当事人 代理人 律师意见 异议 信访事项 信访件 热线 辩论终结
    """,
    "care": "膳食 饮食 清真 餐食 翻译 语言文字 双语 丧葬 殡葬 当地语言 通用语言 习俗 风俗 禁忌 忌口",
    "aid": """
        就业 关爱 救助 扶助 慰问 告知 社会保险 补贴 补助 抚恤 养老服务 助残 奖学金 医保 社保 工资 探视 心理咨询 心理健康 心理辅导 心理疏导 康复 便利 便民 依法办理
        办理 困难 低保 孤寡 独居 留守 残疾 孤儿 五保 脱贫 监护 送温暖 食堂 探访 随访 护理 扶贫 老年人
    """,
    "safety": """
        消防 防火 火灾 火种 用火 明火 用电 用气 燃气 燃香 香火 电气 电线 线路 应急 疏散 安全 隐患 事故 灾害 防汛 防雷 避雷 地震 逃生 救援 抢险 设施 设备 建筑 结构
        施工 场地 场馆 食品 卫生 防疫 疫情 传染病 疾病 患者 病人 结核 接种 疫苗 体检 健康 诊疗 诊断 就诊 医疗 药品 水质 水源 环境 排污 文物 古籍 修缮 检测 检验
        维护 保养 驾驶 车辆 特种作业 持证 证书 资格证 从业资格 许可证 培训 演练 值班 值守 巡护 巡堤 安保 人流 客流 踩踏 拥挤 交通 财务 预算 经费 账目 收支 审计
        税 资产 土地 规划 产权 灭火 喷淋 温湿度 噪声 气象 台风 疲劳 酒后 班前 身体 精神状态 电梯 汛期 血压 施救 伤员 抢救 编制 消毒 通风 价格 收费 合同 工程
        质量 计量 能耗 采光 舞台 灯光 索证索票 头盔 维修 烟火 锅炉 承载量 容量 保险 供水 供电 供热 停车 客运 疫苗 环卫 垃圾 绿化 河道 病虫害 数据安全 温度 湿度 藏品 库房
    """,
    "lawful": """
        诈骗 反诈 钓鱼 病毒 木马 恶意代码 恶意程序 漏洞 侵权 盗版 著作权 版权 商标 假冒 伪劣 色情 淫秽 赌博 毒品 防沉迷 虐待 性侵 欺凌 暴力 虚假广告
        虚假宣传 广告 垃圾邮件 垃圾短信 勒索 涉密 保密审查 泄密 国家秘密 商业秘密 辟谣 科学性 准确性 错别字 书号 数据准确 安全警示 技术内容 操作规程 说明书 剂量
        无障碍 恐怖 入侵 日志 抄袭 剽窃 学术不端 查重 文字差错 编校 事实错误 时效性 带货 销售 虚构 非法集资 集资 传销 印制 印刷 住址 家庭住址 个人信息 身份证号 数据造假 撤稿制 非法吸收 未成年人模式 未成年人身心 未成年人保护 恐怖主义 骚扰 性骚扰 淫秽 极端主义 涉诈
    """,
    "own": """
        本单位网站 门户网站 官方账号 政务新媒体 政务网站 政府网站 官网 官方网站 单位名义 官方公众号 公告 公示 预警 通告 政务公开 信息公开 三审三校 权威信息 发布信息
        说明牌 标识牌 警示标识 通知 官方微信 本单位账号 单位账号 政务账号 账号安全 账号密码 账号权限 系统账号 用户账号 账号注销 管理账号 账号实名 银行账号 账号管理
    """,
    "plain": """
        宗教建筑 宗教文物 宗教事务 民族宗教 民宗 宗教院校 宗教用品 舆论监督 社会监督 负面清单 负面影响 民族地区 民族自治 民族医药 民族乡 少数民族地区 审查意见 处理意见
        鉴定意见 意见书 核查意见 统计口径 指导思想 思想认识 安全思想 麻痹思想 思想准备 思想上 思想和行动 思想重视 思想道德 生态文明思想 法治思想 举报电话 举报奖励 举报制度
        人员密集 人员聚集场所 聚集场所 聚集性 报警 报名 报销 报考 报废 情报 预报 举报 报酬 报价 申报 密切接触者 重点岗位人员 重点单位 新闻出版 出版社 图书馆 美术馆
        演出场所 演出经营 展览馆 不予受理 扣押 惩罚性 政治素质 政治站位 政治责任 标签管理 电子签名 核心价值观 安全价值 意识到 安全意识 消防意识 法治意识 责任意识
        风险意识 不满足 不满意 宗教活动安全 解说 学说 传说 据说 扣件 敏感数据 敏感点 环境敏感 敏感区 敏感目标 价值评估 使用价值 公允价值 经济价值 价值工程 政治协商
        记者证 日常监督 罚没 新闻宣传 宣传报道 关注重点 同时 当时 小时 及时 随时 临时 按时 定时 实时 平时 会议 建议 决议 审议 协议 倡议 异议 评议 街道 渠道 通道
        管道 道路 进入 融入 投入 引入 输入 办法 执法 司法 方法 依法 立法 普法 违法 宪法 做法 线上访问 网上访问 网上访谈 以上 上述 发布 公布 颁布 宣布 分布 宣传
        通信 诚信 电信 短信 守信 征信 相信 自信 已经 曾经 通过 超过 经过 违反 运维 思维 清退 加热 供热 接受 精神 互联 关联 采集 收集 征集 召集 警示 提示 申请
        语言 联网 电网 管网 全网 官网 路网 入网 内控 风控 质控 防控 监控评估 出血 行政审批 财政审 民政审 教会学 教会员工 座谈讨论 讨论会 集体讨论 开发 研发 引发 爆发
        目前 告诉 普通话 上网 网上办 网上申 网上公 网上备 网上审批 网上查 网上提交 网上填 应当经 须经 未经 经文物 经文化 学校教 电路串联 串联电 公司债 公司章 方案应 关注度
        出席会 分级管控 分级分类 风险分级 评审 过程 过期 说明书 记者会 去除 去年 除去 过滤器 过滤网 抑制 报送 申报 报告厅 说明会 教育部门 教育局 教育教学 安全教育 宣传教育
        警示教育 教育培训 培训教育 法治教育 教育机构 教育行政 教育主管 学校教育 处理厂 处理设施 信访局 信访部门 信访工作 群体性食物 群体性中毒 群体性职业病 群体性疫苗 不服从管理 不同情形 发现问题 发现隐患 相同情 自治县 自治州 自治区 自治旗 民族乡 民族医院 民族中学 民族小学 民族大学 彝族乡 出境游 出境旅游 客户抱怨 顾客抱怨 影响力评 人员出境 出入境 活跃度 说明 说明会 说明牌 关停止 停止使用 停止作业 停止运行 停止供 停止施工 停止生产 聊城 谈判 谈妥 洽谈 面谈 压力 压缩 压实 高压 低压 电压 血压 压降 封闭 密封 封口机 不用电 不用水 私下接触投标 私下交易 经书面 书面 生物识别 人脸识别 身份识别 识别码 爱国主义教育 爱国主义 少数民族聚居 上网电价 上网服务 上网电量 误导社会舆论 误导公众和社会舆论 误导消费者和社会舆论
        舆论和社会监督 舆论、社会监督 安置帮教 社会帮教 嫌疑人 相抵触 抵触的 打骂 辱骂 予以批评 给予批评 行政审 政治部 政治机关 全口径 馆藏文物 公开信息 公开信用 对外交往 交往交流
        海上维权 维权执法 人群聚集 人员聚集 诉求沟通 诉求响应 采访报道 规定调 决定调 稳定调 商定调 公民心理 思想品德 重要思想 东思想 思想作风 思想建设 强军思想 法治思想 外交思想 文化思想
        管道教 国籍 境外捐赠 身份证件 公开信箱 定期刊 中期刊 长期刊 日期刊 旅游行 外地人民 外地人士 维权的要求 他人作品
    """,
}

ENGLISH: Mapping[str, str] = {
    "ideology": """
        ideolog* propagand* indoctrinat* party_line agreed_line approved_line official_line correct_line official_narrative*
        narrative narratives counter-narrative* patriotic_education patriotic_training political_education political_study
        political_training political_instruction political_lesson* positive_energy party_spirit thought_work re-educat* reeducat*
        favourable_comment* favorable_comment* favourable_remark* favorable_remark* talking_points counter-messag* messaging
        hostile_voice* critical_voice* dissenting_voices negative_voice* in_a_good_light positive_light favourable_light
        favorable_light positive_coverage favourable_coverage favorable_coverage positive_stories party_doctrine
        unity_of_thought correct_thinking right_thinking mainstream_values spread_the_message win_hearts hearts_and_minds
        spread_positive correct_view* correct_understanding right_view* right_attitude* official_view* remain_positive stay_positive positive_about negative_ones approved_version authorised_version approved_message* shift_opinion* shape_opinion* sway_opinion* mould_opinion* opinion_in_favour opinion_in_favor give_prominence_to_stories prominence_to_stories public_support_for positive_review* favourable_review* praise_the
    """,
    "opinion": """
        public_opinion* public_sentiment popular_sentiment public_mood popular_mood mood_of online_opinion* online_sentiment
        online_discussion* online_debate* online_conversation* online_chatter hostile_talk hashtag* trending negative_comment*
        negative_coverage hostile_coverage critical_coverage unfavourable_coverage negative_publicity adverse_publicity astroturf*
        social_media_chatter community_sentiment staff_sentiment employee_sentiment workforce_sentiment student_sentiment
        sentiment_analysis sentiment_monitoring troll_farm* sock_puppet* opinion_leader* comment_section* online_threads
        negative_theme* negative_topic* negative_sentiment hostile_sentiment public_discussion public_discourse public_debate
        public_attitude* popular_opinion public_feeling popular_feeling opinion_trend* public_perception* public_discontent
        public_criticism morale_of_the_public online_mood opinion_poll* public_conversation critical_discussion* stories_that_support stories_favourable stories_favorable
    """,
    "mind": """
        political_opinion* political_view* political_belief* political_leaning* political_affiliation* political_sympath*
        political_attitude* political_reliab* politically_reliab* politically_unreliab* political_loyal* political_conviction*
        political_allegiance* political_orientation political_inclination* political_stance* political_position* private_thought*
        private_opinion* private_view* private_belief* worldview* world_view* personal_opinion* personal_view* personal_belief*
        dangerous_idea* harmful_idea* wrong_idea* incorrect_idea* disloyal* unpatriotic subversi* sedit* wrong_thinking
        political_persuasion* voting_intention* voting_behavio* party_membership how_*_voted what_*_think* what_*_believe*
        inner_thought* frame_of_mind separatis* opinions_expressed views_expressed opinions_held views_held hold_opinions
        holds_opinions deviant_view* unsound_view* unreliable_element* political_soundness sound_views change_of_heart
        change_their_mind* loyalty_of loyalty_to loyalty_score* loyalty_rating* loyalty_test* loyalty_oath* expressions_of_loyalty
        political_interests ideas_of attitude_to attitude_toward* attitudes_to attitudes_toward* sympathies
    """,
    "dragnet": """
        dissident* political_activist* known_activist* troublemaker* trouble-maker* agitator* subversives repeat_petitioner*
        persistent_petitioner* known_petitioner* political_opponent* regime_critic* government_critic* known_critic*
        political_suspect* former_protester* known_protester* political_profile* dissenters human_rights_lawyer*
    """,
    "censorship": """
        censor* politically_sensitive political_clearance political_vetting political_screening political_suitability
        political_review politically_vetted politically_acceptable politically_correct ideologically viewpoint_review
        sensitive_keyword* banned_word* forbidden_word* banned_topic* forbidden_topic*
    """,
    "heresy": """
        banned_opinion* forbidden_opinion* incorrect_opinion* wrong_opinion* unauthorised_opinion* thoughtcrime improper_remark*
        inappropriate_remark* erroneous_remark* improper_speech inappropriate_opinion* disloyal_remark* critical_remark*
    """,
    "belief": """
        religio* faith faiths worship* pray* ramadan sabbath bapti* bible* quran* koran* atheis* creed* believer* congregation*
        clergy imam imams priest priests pastor pastors monk monks nun nuns preach* sermon* hijab* headscar* veil veils turban*
        crucifix* christian* muslim* jew jews jewish buddhis* hindu* sikh* catholic* protestantism islam* cult cults sect sects
        proselyt* spiritual* missionar* rosary rosaries fasting falun theolog* scripture* rabbi* eid lent godparent* bless*
        evangel* gospel mass_attendance house_church* agnostic* heathen pilgrim* skullcap* holy_book* holy_day* converts conversion_to religious_conver* observe_religious* observe_ramadan observe_fast* observing_religious who_fast who_fasts
    """,
    "shrine": "church* mosque* temple* synagogue* chapel* cathedral* shrine* monaster* place_of_worship places_of_worship",
    "origin": """
        ethnic* race racial* national_origin* country_of_birth country_of_origin birthplace* ancest* descent
        tribe* tribal caste castes minority_group* minorities minority_background* mother_tongue sexual_orientation skin_colour
        skin_color roma migrant_background immigrant_background* foreign_background* family_background* native_language
        family_origin* regional_origin* gay lesbian homosexual* indigenous clan clans sexuality foreign_descent foreign-born
        accent
    """,
    "speech": """
        remark* utterance* blog blogs blogger* tweet* private_chat* private_message* chat_group* group_chat* chats chat conversation*
        commentary commentaries gossip* joke jokes slogan* pamphlet* posts posting* repost* opinion_piece* op-ed* editorial*
        what_*_say* what_*_said what_is_said what_*_write* what_*_read* what_*_post* things_said says letters_to_the_editor rumour*
        rumor* speech speeches talk_about private_talk* talks_about small_talk politics political_matter*
        political_topic* reading_habit* browsing_history browsing_habit* borrowing_record* borrower* loan_record* library_loan*
        personal_e-mail* personal_email* private_e-mail* private_email* private_letter* private_correspondence correspondence
        leaflet* placard* graffiti cartoon* meme memes satir* utter* diary diaries express_support
        expresses_support expressed_support expressing_support expresses_sympath* express_sympath* expressing_sympath*
        shows_sympath* show_sympath* sympathis* sympathiz* expresses_solidarity solidarity_with express_opinion* expresses_opinion*
        expressing_opinion* speak_about speaks_about speaking_about like_a_post likes_a_post likes_or_shares share_posts shares_posts
        public_statement* statements_about poem poems song_lyrics reading_lists_of who_speaks spoken_at said_at said_about
        whispers canteen_talk overheard sensitive_subject* sensitive_topic* forwarded_messages mailing_list* newsletters_received
        subscrib* books_read opinions_of views_of views_on opinions_on opinion_on expressions_of voicing voices search_term* search_histor* search_quer* viewing_habit* viewing_histor* critical_statements what_~_say what_~_said what_~_write what_~_post what_~_read what_~_talk conversations_about anything_said any_talk talk_of
        songs_they topics_raised topics_discussed things_~_say protest_banner* banners discussions_among discussions_of discuss_politics discussing_politics discuss_the_government discussion_of_politics private_discussion* informal_discussion* discussions_on political_discussion*
    """,
    "dissent": """
        critici* critique* dissent* oppos* disagree* grumbl* discontent* dissatisf* disaffect* mock mocks mocking mocked mockery
        ridicul* hostile complain_about complains complaining unfavourable unfavorable anti-government antigovernment doubts
        voice_doubt* voices_doubt* insult* disparag* unorthodox radical* extremis* contradict* resentment unrest defam* slander*
        denounc* challenge_the challenges_the challenging_the question_the questions_the questioning_the negative_remark*
        negative_view* negative_opinion* negative_post* negative_attitude* critical_of critical_post* critical_article*
        critical_view* critical_stor* critical_report* critical_comment* critical_opinion* critical_statement* critics critic
        sceptic* skeptic* controversial speak_out speaks_out speak_against speaks_against spoken_against speaking_against
        spoke_against speak_ill speaks_ill blasphem* heterodox* heretic* dislik* unpopular_opinion* malcontent* rebellious
        anti-party anti-regime anti-state undermin* bad-mouth* object_to_the protesting embarrass* unflattering discredit*_the
        vilif* belittl* agitat* incite_discontent unsympathetic unconvinced disloyal unhappy complainer*     """,
    "medium": """
        social_media social_network* personal_account* private_account* online_forum* chat_room* messaging_app* messaging_group* wechat
        facebook twitter tiktok private_device* private_channel* personal_phone* private_phone* podcast* influencer* vlogger* youtuber*
        online_comment* online_post* online_communit* online_activity personal_page* internet_forum* discussion_board* comments_about comments_made comments_posted reader_comments user_comments
    """,
    "gathering": """
        petition* protest* demonstrations demonstrators march marches marched rally rallies picket* prayer_meeting* private_meeting*
        discussion_group* book_club* reading_group* reading_circle* study_circle* study_group* unregistered_association*
        unregistered_group* unregistered_organi* unregistered_church* activis* campaigner* campaign_group* pressure_group* boycott*
        sit-in* vigil vigils open_letter* political_meeting* political_rall* political_part* political_group*
        political_event* political_gathering* union_organi* union_member* union_meeting* union_activit* trade_union_member*
        trade_union_activit* union_representative* strike_action strikers striking_workers organi*_a_strike organi*_strikes
        join_a_strike joins_a_strike on_strike walk-out* walkout* private_gathering* unauthorised_gathering* unofficial_gathering*
        informal_gathering* private_group* advocacy_group* ngo ngos freedom_of_association civil_society collective_action
        meet_privately lawful_assembl* human_rights_defender* opposition_part* student_societ* student_group* student_union*
        community_organiser* community_organizer* campaigning class_action alumni_association* diaspora home-town_association*
        hometown_association* private_club* private_association* informal_group* informal_network* self-organi* political_activit*
        member_of_a_party meets_regularly action_group* residents'_group* tenants'_group* residents'_association* tenants'_association* workers'_group* unofficial_union* independent_union* has_complained have_complained who_complain* complained_to to_the_demonstration demonstration_against in_a_demonstration in_demonstrations at_the_demonstration demonstration_on attend*_~_demonstration took_to_the_streets writers'_club petitioned petitioning private_meetings signatories_of signatories_to_the_petition voluntary_associations private_associations
    """,
    "contact": """
        foreign_journalist* foreign_media foreign_press foreign_contact* overseas_contact* personal_relationship* private_associat*
        associates friends friendship* acquaintance* circle_of private_life private_lives foreign_reporter* journalist* reporter reporters
        whom_they_meet who_they_meet whom_they_receive who_they_receive whom_*_meet* foreign_organi* foreign_embass* foreign_diplomat*
        overseas_relative* relatives_abroad the_press contacts_abroad foreign_ties foreigners social_contact* personal_contact*
        who_visit* whereabouts social_circle* personal_network* foreign_funding speak_to_the_media talk_to_the_media
        talks_to_the_media speaks_to_the_media contact_with_the_media private_relations
    """,
    "watched": """
        persons_of_interest person_of_interest persons_of_concern person_of_concern people_of_concern families_of_concern
        individuals_of_concern ringleader* vocal outspoken focus_person* key_person key_persons key_individual* unreliable radicals
        target_person* target_group* persons_considered sensitive_period* known_for persons_suspected undesirables undesirable
        influential suspect_person* problem_individual* sensitive_date* sensitive_anniversar* former_detainee* monitoring_list*
                    """,
    "creed": "conviction convictions loyal loyalty allegiance patrioti* values beliefs belief correct_attitude* moral_stance devotion pledge_of_allegiance recite_the_pledge",
    "work": """
        lecture lectures textbook* curricul* syllab* reading_list* book books novel* play plays script scripts film films movie*
        exhibition* exhibit exhibits artwork* art song* teaching_material* teaching lesson_plan* manuscript* article articles
        research_proposal* thesis theses dissertation* newspaper* magazine* publication* theatre_perform* stage_perform* poem* poet*
        author authors titles library_stock library_collection* course_material* course_content research documentar* broadcast*
        concert* lyrics course courses journalist* news newsletter* student_paper* mural* sculpt* painting* curator* essays essay
        grant_application* periodical* journals radio_station* television choir* orchestra repertoire works works_of_art puppet* comic*
        dramati* choreograph* museum_label* press_article* column columnist* translation_of literature plaque* inscription* monument* statue* caption* stories story magazine sketches festival* librett* photograph* blog_article* opera operas
    """,
    "platform": """
        lecturer* guest_speaker* speaker speakers guest_lecture* invited_speaker* visiting_speaker* visiting_scholar* keynote*
        panellist* panelist* debate debates seminar* guest_writer* preacher* talks commentator* discussion_topic* debate_topic*
        visiting_academic* conference_paper*
    """,
    "viewpoint": """
        political politically viewpoint* view views opinion opinions ideas idea orientation stance* official_history
        official_version official_account party's correctness sensitive_topic* sensitive_subject* subversive undesirable tone
        patriotic patriotism point_of_view points_of_view position_on loyalty values attitude* national_unity
        doctrin* government_policy official_position contrary_to loyal pro-government harmful_content unhealthy moral_tone outlook
        hostile critical deviat* depart_from standpoint* perspective* sympath* unacceptable_ideas foreign_ideas western
        glorif* national_image positive_image sensitiv* hostility official_account that_support favour_of favor_of suitable_message unsuitable political_message* conformity_with conform_to_the_party anti-government
    """,
    "view": "views opinions opinion view attitude* feeling* support_for ",
    "theme": "theme* the_message its_message suitab* unsuitab* inappropriate inconsisten* contradict* hostil*  its_content the_content_of content_of_the whose_content their_content",
    "critic": """
        question* doubt* voices voiced voicing oppose speak speaks spoke spoken talk talks talking say says said tell comment comments
        objection* challenge* criticis* criticiz* remark grumble* moan complain complains complained complaining mock* praise* blame*
        object objects objected discussing discuss discusses discuss_the discussing_the
    """,
    "power": """
        government* policy policies official officials ministry minister* authorities regime party leader leaders leadership
        management superior superiors director* board state mayor council senior_management president administration
    """,
    "spy": """
        eavesdrop* intercept* surveil* spy spies spying wiretap* listen_in listen_for keep_an_eye keep_watch watch watches watched
        watching snoop* informant* informer* infiltrat* profil* flag flags flagged shadow tail monitor* track* observ* identify
        identifies identified identifying trace note_which note_whether note_who notes_on notes_of sit_in unmask* de-anonymi* scan scans
        scanned scrape* trawl* transcript* overhear* search* at_all_times keep_under spot follow follows followed pry read_through
        comb find_out_who find_out_whether find_out_what establish_who establish_whether name_the know_where eye_on look_out_for
        map_the mapping mapped map maps mapping set_aside informant* minder* handler* checked_for
    """,
    "watch": """
        check checks checked review* inspect* examin* assess* analys* analyz* collect* gather ask asks asked asking survey* enquir*
        inquir* audit* visit* questioned follow_up supervis* grade grades graded grading score scores scored scoring rate rated rates
        rank ranks ranked ranking count counts find_out establish determine_whether look_into interview* evaluat* test tests tested
        read reads summaris* summariz* compil* measure* learn ascertain* study questioning
    """,
    "record": """
        record records recorded recording regist* log logs logged keep keeps kept enter enters entered entry file files filed note
        notes noted write_down document documented documenting mark marked stor* retain* declar* pledg* sign signs signed compile*
        draw_up draws_up tag tags tagged list listed label* archive* open_a_file state_whether state_the state_their statistics
        form includ* indicat* specif*
    """,
    "list": """
        list lists roster* register registers database* dossier* profile profiles file files catalog* blacklist* black_list* watchlist*
        watch_list* watch-list* ledger* card_index names roll separate_roll index categor* classif* monitoring_list* list_of_persons card cards index_card* guest_list* name_list*
    """,
    "tie": "each_of_them one-to-one one_to_one individually at_home names by_name name_and assigned_to each_person personally minder* handler* named_officer",
    "report": """
        report reports reported reporting forward* notify notif* inform informs informed pass passes passed passing submit* disclos*
        refer refers referred send sends sent transmit* alert* supply supplied communicat* brief hand_over hands tell tells told
        return_to call_the_police escalat* draw_to_the_attention
    """,
    "steer": """
        steer* guid* shap* influenc* promot* flood* amplif* counter counters countered countering rebut* drown* bury buried burying
        calm* divert* redirect* favourable favorable manag* defus* cool win_over won_over persuad* sway* seed seeds massag* spin foster*
        reflect* neutralis* neutraliz* contain contained disrupt* boost* push instil instill inculcat* cultivat* carry_items
        mould mold correct_misconcept* dispel* put_out put_the leave_out play_down downplay* highlight*
    """,
    "suppress": """
        remov* delet* block* silenc* suppress* filter* take_down takes_down taken_down takedown withdraw* withdrawn ban bans banned
        banning withheld withhold* prohibit* shut_down hide hides hidden mute* muted discredit* restrict* stop stops stopped quash* cancel*
        cut cuts confiscat* seiz* prevent* disband* dissol* break_up broken_up clos* throttl* demote downrank* down-rank* scrub* purge*
        erase* pull pulled strike_out strikes_out struck_out leave_out omit* redact* curb* stifl* gag disallow* forbid* pulp* shelve
        destroy* eliminat* paint_over painted_over refus* turned_away hold_back holds_back held_back give_no_room spike spiked
    """,
    "dissuade": """
        discourag* dissuad* deter deters deterred counsel* persuad* educate_them educated warn* talk_to renounc* abandon* give_up
        win_over won_over convert* reform_their correct_their correct_the guide_them guided urge* dissolv* rehabilitat* deradicali*
        de-radicali* mentor* bring_back set_right see_the_error
    """,
    "vet": """
        vet vets vetted vetting screen screens screened screening clear cleared clears clearance found_free_of free_of submit_their
        submit_her submit_his prior_review pre-approv* preapprov* prior_approval prior_consent before_release before_publication
        before_broadcast before_it_is before_they before_their scrutin* sign_off signed_off purge* weed* approval_of_the_content checked_for cleared_with checked_against
    """,
    "weigh": """
        approv* consent examin* check_that review* authoris* authoriz* permitted reject* refus* inspect* assess* evaluat* unless select*
        withdraw* remov* alter* judged judge consider* drop exclud* favour favor only submit* pass
    """,
    "punish": """
        dismiss* suspend* fine fined fines disciplin* forfeit* expel* expul* demot* deduct* penal* sanction* reprimand* lose loses lost
        losing barred bar punish* terminat* sack sacked sacking warning warned censure* blacklist* denied deny denies disqualif* evict*
        arrest* detain* withh* docked dock prosecut* downgrad* excluded exclude strip* ineligible revok* cut_off reduce* reduction
        transferred removed_from moved_to reassigned adverse liable offence offense held_back passed_over not_be_considered answer_for
        reprisal struck_off held_accountable hold_accountable held_responsible answerable accountable detention
    """,
    "attend": "attend* join joins joined joining belong* go_to goes_to going_to take_part part_in participat* visits visiting visit members_of member_of frequents",
    "benefit": """
        shortlist* promoted promotion hire hired appoint* employed admitted eligible enrol* enroll* granted renewed selected considered
        allowed entitled housed funded paid recruit* qualify
    """,
    "express": """
        publish* spread* express* voice* utter* state states stating write* post join joins joining attend* belong* hold holds holding
        participat* take_part taking_part staged stage stages perform* discuss* talk talks talking display* wear* worn wears read reads share*
        repost* sign organis* organiz* speak speaks speaking spoken mention* teach* taught practis* practic* circulat* distribut* support*
        criticis* criticiz* broadcast* invite* show shown meet meets meeting sing sings like likes host hosts engage* say says said
        disput* question* challeng* raise raises keep possess* bring carry shown aired air celebrat* advocat* debate* observe_religious* observe_ramadan observe_fast* observing_religious
    """,
    "bar": "not never nobody no no-one no_one cannot neither nor forbidden prohibited may_only",
    "ground": """
        on_the_ground_of on_grounds_of on_the_grounds_of on_ground_of on_account_of because_of because by_reason_of on_the_basis_of
        for_having based_on solely merely for_expressing for_raising for_reporting for_refusing for_making_a
    """,
    "shield": "irrespective_of regardless_of",
    "abuse": "discriminat* retaliat* victimis* victimiz* harass* coerc* reprisal* detriment*",
    "guise": "under_the_guise under_cover_of",
    "deny": """
        discriminat* retaliat* detriment* refuse refuses refused refusal disadvantag* victimis* victimiz* harass* coerc* compel* force
        forced require requires required interfer* obstruct* hinder* impede* reveal* penalis* penaliz* treat* less_favourabl*
        less_favorabl* inquire ask process processed processing infer inferred request* use_data suffer* turn_away exclude
    """,
    "privacy": """
        impact_assessment data_protection special_categor* explicit_consent consent lawful_basis pseudonym* anonym* no_longer_necessary
        no_longer_needed delete_data erase_data encrypt* data_subject* privacy
    """,
    "agency": "police security security_office security_department security_bureau intelligence",
    "protect": """
        practise_their practice_their can_practise able_to_practise may_practise can_worship able_to_worship freedom_of right_to rights respect* protect* privacy confiden* anonym* pseudonym* equal* non-discriminat* discriminat* accommodat*
        consent impact_assessment data_protection special_categor* lawful_basis safeguard* reasonable_adjustment* voluntar* aggregate*
        irrespective_of regardless_of without_discrimination whistleblow* whistle-blow* in_confidence harassment hate_crime* encrypt*
    """,
    "heed": """
        consult* public_comment* public_hearing* comments_received comment_period representations feedback satisfaction minutes
        at_their_request at_his_request at_her_request may_speak right_of_reply hearing town_hall ballot* respond_to reply_to reply
        dissenting_opinion* dissenting_vote* dissenting_view* opposing_view* residents_may invite_comment* invite_views seek_views
        seek_the_views take_account_of take_into_account listen_to_objection* summary_of_the_comments summary_of_comments acknowledg*
        answer_the answer_questions votes opportunity_to_comment chance_to_comment written_comments comments_from councillor*_vote each_vote vote reasons_for_dissent reasons_given
    """,
    "claim": """
        draft_rule* suggestion* complaint* quality_of appeal* ombuds* customer_review* product_review* petition_scheme e-petition*
        petitions_committee service_users customers consumer* patients'_views parents' peer_review* clinical tender* bidder* grievanc*
        question_time claims warranty supplier* objections
    """,
    "care": """
        interpret* translat* halal kosher diet* meals catering pastoral_care chaplain* prayer_room* burial funeral* bilingual
        language_service* language_support
    """,
    "aid": "step-free accessib* welfare benefits hospice counselling_service* bereave* relief housing_assistance",
    "safety": """
        fire fires sprinkler* alarm* evacuat* emergenc* safety hazard* accident* injur* flood_warning* flood_defen* lightning roof
        electrical gas boiler* ventilat* hygiene food asbestos building* premises heritage conservation maintenance insurance
        annual_accounts financial_accounts financial tax taxes budget planning_permission capacity crowd* stewards first_aid training
        competen* certificat* licen* drill* structural noise water_suppl* air_quality water_quality disease* vaccin* tubercul*
        infection* immunis* immuniz* health medical maintain_the repair* earthquake seismic lift lifts exit exits escape lighting
        helmet* smoke parking waste drainage pension* invoice* contractor* visitors_on_site radar equipment tyres chemical* radioactiv* temperature humidity archive* collection* display_the
    """,
    "lawful": """
        phishing scam* fraud* malware virus* spam copyright* infring* counterfeit* piracy pirated child_sexual child_abuse minors children
        pornograph* obscen* illegal_drug* drugs intrusion* cyber* vulnerabilit* trademark* gambling identity_theft stolen leak* classified
        trade_secret* accuracy factual dosage spelling plagiar* misprint* readab* technical proofread* unauthorised_access hate_speech
        terroris* incitement money_launder* tampering bullying suspicious_transaction* conflict_of_interest conflicts_of_interest bribe*
        corrupt* misconduct home_address* personal_data private_information doxx* intimate_image*
    """,
    "own": """
        safety_notice* own_website official_website press_release* corporate_website handbook* warning_notice* public_notice* recall_notice*
        user_manual* manual manuals instruction_leaflet* product_leaflet*
    """,
    "plain": """
        good_faith bad_faith faithful* faithfully race_track race_course race_meeting* horse_race* human_race criminal_conviction*
        previous_conviction* convictions_for unspent_conviction* conviction_for conviction_of customer_loyalty loyalty_card*
        loyalty_scheme* legal_opinion* audit_opinion* expert_opinion* medical_opinion* auditor's_opinion second_opinion* no_later
        no_fewer no_more_than no_less no_longer not_later not_less not_more not_only whether_or_not not_exceed* if_not not_applicable
        art_director state_of_the_art state-of-the-art articles_of_association article_* play_area* play_equipment playground* veiled
        bookkeep* book_value political_subdivision* speech_therap* part_of_speech speech_impair* key_personnel nonetheless
        in_the_course_of course_of of_course due_course race_condition* positions_of key_position* marching_band demonstrate*
        demonstrating book_a books_and_records books_of_account fire_watch stop_watch sector sectors section* sectional convert_the
        convert_to_a converter* converted_into question_paper* post_office posts_of key_post* petition_for_bankrupt*
        bankruptcy_petition* notary association_of no_change no_cost file_format* positions_held filing_positions interview_room*
        job_interview* interview_panel research_and_development do_not does_not did_not have_not has_not had_not is_not are_not
        was_not were_not in_view_of with_a_view view_of loudspeaker* public_works works_contract* street_works works_order*
        in_the_opinion_of message_board* error_message* in_march by_march of_march 31_march 1_march before_march march_each
        party_to third_party third-party parties contracting_party no_party political_risk* sensitive_data sensitive_personal
        sensitive_equipment sensitive_area* environmentally_sensitive time-sensitive heat-sensitive clear_of clear_and keep_clear
        state_aid united_states member_state* state_of_repair comment_period* not_apply no_person_other tamper_resistan* interviews_that exit_interview* social_security
    """,
}

TRADITIONAL = (  # pairs: a traditional character and its simplified form
    "乾干佈布佔占來来侷局係系俬私個个偽伪備备傢家傳传傷伤傾倾僞伪價价優优內内冊册凈净別别刪删剋克剝剥劃划劇剧劑剂動动務务勞劳勢势勵励勸劝匯汇區区協协卹恤厤历參参員员唸念問问喪丧單单噁恶噴喷噹当嚮向嚴严國国"
    "園园圖图團团埰采執执報报場场墰坛墻墙壇坛壓压壜坛奪夺奬奖學学寀采實实審审寫写將将專专對对導导屬属崗岗師师帳帐帶带幫帮幹干庫库廟庙廢废廣广張张強强彆别彈弹彌弥彔录彙汇彫雕彿佛後后徑径從从復复徵征惡恶愛爱"
    "態态憤愤憲宪應应懲惩懷怀懸悬戀恋戲戏戶户掛挂採采揚扬損损搶抢撓挠撫抚擁拥擊击據据擠挤擴扩攔拦攜携敎教數数斷断於于昇升時时晉晋暫暂曆历曏向書书會会朮术査查業业極极榦干構构標标機机橫横檔档檢检檯台權权歷历"
    "歸归殘残殯殡毀毁氣气汙污決决沒没沖冲況况洩泄淨净淩凌減减測测準准溫温溼湿滅灭滙汇滿满濕湿濟济濾滤瀏浏瀰弥災灾為为無无熱热燈灯營营燬毁爭争爲为牆墙牽牵狀状獎奖獨独現现琱雕環环產产産产畫画異异畵画當当療疗"
    "發发盜盗監监盤盘眞真眾众確确碼码礙碍祕秘禮礼禱祷稅税種种穢秽穩稳竊窃箇个節节築筑篩筛簽签籤签糰团紀纪約约紅红納纳紗纱級级終终組组結结絕绝絡络給给統统絶绝經经綫线維维網网緊紧緒绪線线締缔編编緩缓練练總总"
    "織织繕缮繫系繳缴纏缠罈坛罎坛罰罚罵骂罷罢羣群義义習习聖圣聞闻聯联聲声職职聽听肅肃脩修脫脱腦脑膚肤臨临臺台與与興兴舉举舘馆葯药蒐搜蔔卜蔘参薦荐藝艺藥药蘭兰處处虛虚號号衆众術术衕同衛卫衝冲補补裝装製制複复"
    "覈核見见規规視视親亲覲觐覺觉覽览觀观觸触訂订計计討讨訓训記记訪访設设許许訴诉診诊註注証证詆诋詐诈評评詞词詢询詩诗話话認认語语誠诚誡诫誤误誦诵說说説说課课調调談谈諉诿請请論论諮咨諷讽諾诺講讲謠谣謡谣證证"
    "識识譟噪譭毁譯译議议護护讀读變变讚赞負负財财貫贯責责貶贬費费貼贴資资賓宾質质賬账賭赌購购賽赛贊赞跡迹蹟迹蹤踪躍跃車车軌轨軟软載载輔辅輛辆輸输輿舆轉转辦办辭辞辯辩迴回進进遊游運运過过達达違违遠远遷迁選选"
    "郵邮鄉乡醜丑醫医釘钉針针釣钓釦扣鈎钩鉤钩銷销錄录錯错録录錶表鍼针鏇旋鑑鉴鑒鉴長长門门開开閑闲閒闲間间閤合閱阅閲阅闆板闇暗關关闢辟陞升陣阵陳陈隊队際际隨随險险隱隐雙双雜杂離离難难電电靜静響响頂顶項项須须"
    "預预頒颁領领頭头頻频題题願愿類类顧顾風风颱台飲饮養养館馆饋馈馬马駕驾駛驶駡骂騙骗騷骚驗验體体髮发鬚须鬥斗鬧闹魚鱼鵰雕麪面麫面麯曲麴曲麵面點点黨党齋斋齣出龍龙龕龛"
)

