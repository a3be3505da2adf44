"""Fictional texts with the reference due to each line; `H` marks a heading, `…` a line that goes on with the one before."""

CASES = {
    "a law with books, chapters, sections, articles, paragraphs, items and sub-items": """
H                                   | 第一编　总则
H                                   | 第一章　一般规定
第一编/第一章/第一条                | 第一条　为了落实码头安全责任，制定本规定。
第一编/第一章/第二条/第一款         | 第二条　本市行政区域内的码头，适用本规定。
第一编/第一章/第二条/第二款         | 军用码头的管理，从其规定。
H                                   | 第二编　责任
H                                   | 第一章　单位责任
H                                   | 第一节　主体责任
第二编/第一章/第一节/第三条/第一款  | 第三条　码头经营单位应当履行下列职责：
第二编/第一章/第一节/第三条/第一款/(一) | （一）建立责任制；
第二编/第一章/第一节/第三条/第一款/(二) | （二）组织下列活动：
第二编/第一章/第一节/第三条/第一款/(二)/1. | 1．每月检查；
第二编/第一章/第一节/第三条/第一款/(二)/2. | 2．每年演练：
第二编/第一章/第一节/第三条/第一款/(二)/2./(1) | （1）桌面演练；
第二编/第一章/第一节/第三条/第一款/(二)/2./(2) | （2）实战演练。
第二编/第一章/第一节/第三条/第一款/(三) | （三）其他职责。
第二编/第一章/第一节/第三条/第二款  | 前款规定的检查应当有记录。
H                                   | 第二节　岗位责任
第二编/第一章/第二节/第四条         | 第四条　操作人员不得有下列行为：
第二编/第一章/第二节/第四条/(一)    | （一）擅自离岗；
第二编/第一章/第二节/第四条/(二)    | （二）违章作业。
第二编/第一章/第二节/第四条之一     | 第四条之一　班组长应当每班检查。
H                                   | 第二章　附则
第二编/第二章/第五条                | 第五条　本规定自2026年5月1日起施行。
""",
    "title, promulgation and signature lines around the articles": """
H        | 临江市渡口安全责任制规定
H        | （2026年3月1日临江市人民政府令第12号公布　自2026年5月1日起施行）
第一条   | 第一条　为了规范渡口管理，制定本规定。
第二条   | 第二条　本规定自2026年5月1日起施行。
H        | 临江市人民政府办公室
H        | 2026年3月2日
""",
    "a table of contents before the text": """
H              | 临江市渡口管理办法
H              | 目　　录
H              | 第一章　总则
H              | 第二章　渡口责任
H              | 第三章　附则
H              | 第一章　总则
第一章/第一条  | 第一条　为了规范渡口管理，制定本办法。
H              | 第二章　渡口责任
第二章/第二条  | 第二条　渡口经营者应当每日检查渡船。
H              | 第三章　附则
第三章/第三条  | 第三条　本办法自印发之日起施行。
""",
    "articles with bracketed titles on their own line": """
H              | 第一条（目的）
第一条         | 为了规范车站管理，制定本办法。
H              | 第二条（适用范围）
第二条/第一款  | 本办法适用于本市车站。
第二条/第二款  | 临时站点参照执行。
H              | 第三条（职责）
第三条         | 市交通部门履行下列职责：
第三条/(一)    | （一）制定计划；
第三条/(二)    | （二）监督检查。
""",
    "article titles that run on into the text": """
第一条  | 第一条【目的】为了规范车站管理，制定本办法。
第二条  | 第二条【职责】市交通部门负责车站的监督检查。
""",
    "numbers on lines of their own": """
H              | 第一章
…              | 总则
第一章/第一条  | 第一条
…              | 为了规范管理，制定本办法。
第一章/第二条  | 第二条
…              | 单位应当履行下列职责：
第一章/第二条/(一) | （一）
…              | 建立制度；
第一章/第二条/(二) | （二）
…              | 开展检查。
H              | 第二章
…              | 附则
第二章/第三条  | 第三条
…              | 本办法自公布之日起施行。
""",
    "spaces and full-width figures in the numbers": """
H              | 第 一 章　总　则
第一章/第一条  | 第 一 条　为了规范管理，制定本办法。
第一章/第2条   | 第 ２ 条　单位应当：
第一章/第2条/(一) | （ 一 ）建立制度；
第一章/第2条/(二) | （ 二 ）开展检查。
""",
    "old laws with items numbered 一、": """
第七条       | 第七条　具备下列条件之一的，可以申请：
第七条/一、  | 一、在本市居住的；
第七条/二、  | 二、在本市就业的。
第八条       | 第八条　申请由街道办事处受理。
""",
    "articles that begin with words like references": """
第十条    | 第十条　第一审程序的期限为三个月。
第十一条  | 第十一条　规定重大事项的决定，应当报告。
第十二条  | 第十二条中小学校应当每学期检查一次。
第十三条/第一款 | 第十三条　码头应当有围栏。
第十三条/第二款 | 第十条、第十一条规定的期限，从受理之日起算。
第十三条/第三款 | 第十二条的检查应当有记录。
""",
    "annexes that count their articles anew": """
第一条              | 第一条　考核标准见附件1。
第二条              | 第二条　本办法自印发之日起施行。
H                   | 附件1
…                   | 考核细则
附件1/第一条        | 第一条　考核每年进行一次。
附件1/第二条        | 第二条　考核下列内容：
附件1/第二条/(一)   | （一）组织；
附件1/第二条/(二)   | （二）落实。
H                   | 附件2
…                   | 考核表
附件2/表1           | 表1 评分表
…                   | 项目 | 分值
…                   | 组织 | 40
…                   | 落实 | 60
…                   | 注：满分100分。
""",
    "a plan with titles, title sentences and running sentences": """
前言              | 为加强燃气安全管理，制定本方案。
H                 | 一、总体要求
H                 | （一）工作目标
一、/(一)         | 到2026年底，完成全部老旧管道改造。
H                 | （二）基本原则
一、/(二)/1、     | 1、属地负责。各镇负责本辖区工作。
一、/(二)/2、     | 2、标本兼治。坚持边查边改。
H                 | 二、重点任务
H                 | （一）开展排查。
二、/(一)/1.      | 1.企业自查。各燃气企业要逐户排查。
二、/(一)/2./第一款 | 2.部门抽查。区住建局要按不低于10%的比例抽查。
二、/(一)/2./第二款 | 责任单位：区住建局、各镇
二、/(二)         | （二）落实整改。对发现的问题：（1）立即整改；（2）限期整改。
H                 | 三、工作步骤
三、/1.           | 1.动员阶段（2月）。召开会议，部署工作。
H                 | 2.实施阶段（3月至10月）。
三、/2./(1)       | （1）排查。各镇完成排查。
三、/2./(2)       | （2）整改。各企业完成整改。
三、/3.           | 3.总结阶段（11月）。报送总结。
H                 | 四、保障措施
四、/第一款       | 各镇要加强领导，一是明确责任；二是落实经费。
四、/第二款       | 区住建局要每月通报进展。
""",
    "a notice whose numbered parts are sentences": """
H          | 关于加强渡口安全工作的通知
H          | 各乡镇人民政府：
前言       | 近期险情多发，现就有关事项通知如下：
一、       | 一、提高认识。各乡镇要落实属地责任。
二、       | 二、开展排查。县交通局要于6月底前完成排查：
二、/(一)  | （一）船舶是否适航；
二、/(二)  | （二）船员是否持证。
三、       | 三、各乡镇要在7月5日前报送情况。
H          | 某县人民政府办公室
""",
    "an excerpt that begins in the middle, with numbers that run on": """
H          | 三、强化监督
三、       | 监督是落实责任的关键。
三、/(七)  | （七）加强检查。县局要每季检查一次。
三、/(八)  | （八）加强通报。县局要每月通报一次。
H          | 四、强化保障
四、/(九)  | （九）落实经费。县财政要保障经费。
""",
    "a standard with decimal numbers": """
H             | 1 范围
1             | 本标准规定了码头检查的要求。
H             | 2 术语和定义
H             | 2.1 泊位
2/2.1         | 停靠一艘船的位置。
H             | 3 管理要求
H             | 3.1 总则
3/3.1/3.1.1   | 3.1.1 单位应当建立制度。
3/3.1/3.1.2   | 3.1.2 单位应当每年检查下列内容：
3/3.1/3.1.2/a) | a) 护舷；
3/3.1/3.1.2/b) | b) 系缆桩，其中：
3/3.1/3.1.2/b)/1) | 1) 本体；
3/3.1/3.1.2/b)/2) | 2) 基础。
3/3.1/3.1.2/c) | c) 照明。
H             | 附录A
…             | （资料性）
H             | A.1 外观
附录A/A.1     | 外观应完好。
""",
    "parts above headings numbered 一、": """
H                   | 第一部分 总则
H                   | 一、目的
第一部分/一、       | 为了规范应急工作，制定本预案。
H                   | 第二部分 组织
H                   | 一、指挥部
第二部分/一、/1.    | 1.总指挥由县长担任。
第二部分/一、/2.    | 2.职责：
第二部分/一、/2./①  | ①统一指挥；
第二部分/一、/2./②  | ②协调各方。
""",
    "a United Kingdom act with parts, chapters and a schedule": """
H                             | Harbour Safety Act 2031
H                             | PART 1
…                             | DUTIES
H                             | CHAPTER 1
…                             | HARBOUR AUTHORITIES
H                             | 1 Duty to keep berths safe
PART 1/CHAPTER 1/1/(1)        | (1) A harbour authority must keep every berth safe.
PART 1/CHAPTER 1/1/(2)        | (2) In particular, the authority must—
PART 1/CHAPTER 1/1/(2)/(a)    | (a) inspect each berth at least once a year;
PART 1/CHAPTER 1/1/(2)/(b)    | (b) keep a record of—
PART 1/CHAPTER 1/1/(2)/(b)/(i) | (i) the date of the inspection, and
PART 1/CHAPTER 1/1/(2)/(b)/(ii) | (ii) its result; and
PART 1/CHAPTER 1/1/(2)/(c)    | (c) publish the record.
H                             | 2 Notices
PART 1/CHAPTER 1/2            | A notice under section 1 must be in writing.
H                             | CHAPTER 2
…                             | OWNERS
H                             | 3 Owners of vessels
PART 1/CHAPTER 2/3/(1)        | (1) The owner of a vessel must insure it.
PART 1/CHAPTER 2/3/(1A)       | (1A) Subsection (1) does not apply to a rowing boat.
PART 1/CHAPTER 2/3/(2)        | (2) A person who contravenes subsection (1) commits an offence.
H                             | SCHEDULE 1
…                             | Section 2
H                             | NOTICES
H                             | Part 1
…                             | Form
SCHEDULE 1/Part 1/1           | 1 A notice must state the name of the authority.
SCHEDULE 1/Part 1/2/(1)       | 2 (1) A notice must be dated.
SCHEDULE 1/Part 1/2/(2)       | (2) The date must be that of its service.
""",
    "statutory regulations with titles before the numbers": """
H               | Citation and commencement
1./(1)          | 1.—(1) These Regulations may be cited as the Slipway Regulations 2031.
1./(2)          | (2) They come into force on 1st May 2031.
H               | Risk assessment
2./(1)          | 2.—(1) Every operator shall make an assessment of—
2./(1)/(a)      | (a)the risks to users; and
2./(1)/(b)      | (b)the risks to others.
2./(2)          | (2) The assessment shall be reviewed every year.
H               | Records
3.              | 3. Every operator shall keep a record of each assessment for 3 years.
""",
    "a European regulation": """
H                                       | CHAPTER I
…                                       | GENERAL PROVISIONS
H                                       | Article 1
…                                       | Subject matter
CHAPTER I/Article 1                     | This Regulation lays down rules on buoys.
H                                       | Article 2
…                                       | Definitions
CHAPTER I/Article 2                     | For the purposes of this Regulation, the following definitions apply:
CHAPTER I/Article 2/(1)                 | (1) ‘buoy’ means a floating mark;
CHAPTER I/Article 2/(2)                 | (2) ‘keeper’ means a person who keeps a buoy.
H                                       | CHAPTER II
…                                       | DUTIES
H                                       | Section 1
…                                       | Keepers
H                                       | Article 3
…                                       | Duties of keepers
CHAPTER II/Section 1/Article 3/1.       | 1.   Keepers shall:
CHAPTER II/Section 1/Article 3/1./(a)   | (a) inspect each buoy every six months;
CHAPTER II/Section 1/Article 3/1./(b)   | (b) report damage to the authority.
CHAPTER II/Section 1/Article 3/2.       | 2.   Member States shall lay down penalties.
H                                       | ANNEX I
…                                       | List of buoys
ANNEX I/1.                              | 1. Lateral marks
ANNEX I/2.                              | 2. Cardinal marks
""",
    "a part of the Code of Federal Regulations": """
H                                        | PART 45—DOCKSIDE WORK
H                                        | Subpart A—General
H                                        | § 45.1 What does this part cover?
PART 45/Subpart A/§ 45.1                 | This part applies to dockside work.
H                                        | § 45.2 Training.
PART 45/Subpart A/§ 45.2/(a)             | (a) General. The employer shall train each employee.
PART 45/Subpart A/§ 45.2/(b)/(1)         | (b) Content. (1) The training shall cover:
PART 45/Subpart A/§ 45.2/(b)/(1)/(i)     | (i) Hazards;
PART 45/Subpart A/§ 45.2/(b)/(1)/(ii)    | (ii) Equipment, including:
PART 45/Subpart A/§ 45.2/(b)/(1)/(ii)/(A) | (A) Cranes, as follows:
PART 45/Subpart A/§ 45.2/(b)/(1)/(ii)/(A)/(1) | (1) Fixed cranes;
PART 45/Subpart A/§ 45.2/(b)/(1)/(ii)/(A)/(2) | (2) Mobile cranes; and
PART 45/Subpart A/§ 45.2/(b)/(1)/(ii)/(B) | (B) Winches.
PART 45/Subpart A/§ 45.2/(b)/(1)/(iii)   | (iii) Records.
PART 45/Subpart A/§ 45.2/(b)/(2)         | (2) Retraining shall be given annually.
PART 45/Subpart A/§ 45.2/(c)/(1)/(i)     | (c) Records—(1) Form. (i) The employer shall keep written records.
PART 45/Subpart A/§ 45.2/(c)/(1)/(ii)    | (ii) Records shall be dated.
PART 45/Subpart A/§ 45.2/(c)/(2)         | (2) Retention. Records shall be kept for 3 years.
H                                        | [53 FR 11943, Apr. 11, 1988, as amended at 58 FR 3189, Jan. 7, 1993]
H                                        | Subpart B—Special
H                                        | § 45.10 [Reserved]
H                                        | § 45.11 Diving.
PART 45/Subpart B/§ 45.11/(a)            | (a) Divers shall be certified.
H                                        | (b) Equipment used by divers.
PART 45/Subpart B/§ 45.11/(b)/(1)        | (1) Hoses shall be tested.
H                                        | Appendix A to Part 45—Forms
Appendix A/1.                            | 1. Form A shall be used.
""",
    "an i after an h: the letter where it goes on to j": """
H                   | § 45.20 Signs and light.
§ 45.20/(g)         | (g) Marks shall be painted.
§ 45.20/(h)/(1)     | (h) Signs. (1) Signs shall be posted.
§ 45.20/(h)/(2)     | (2) Signs shall be legible.
§ 45.20/(i)/(1)     | (i) Lighting. (1) Light shall be provided.
§ 45.20/(i)/(2)     | (2) Lamps shall be guarded.
§ 45.20/(j)         | (j) Hearing protection shall be used.
""",
    "an i after an h: the Roman one where it goes on to ii": """
H                   | § 45.21 Hoists.
§ 45.21/(g)         | (g) Marks shall be painted.
§ 45.21/(h)         | (h) Hoists shall be tested when they are:
§ 45.21/(h)/(i)     | (i) new; or
§ 45.21/(h)/(ii)    | (ii) repaired.
§ 45.21/(i)         | (i) Tests shall be recorded.
""",
    "full paths at the start of each line": """
H                   | § 45.22 Ladders.
§ 45.22/(a)/(1)     | (a)(1) Ladders shall be fixed.
§ 45.22/(a)/(2)     | (a)(2) Rungs shall be sound.
§ 45.22/(b)/(1)/(i) | (b)(1)(i) Landings shall be clear.
§ 45.22/(b)/(1)/(ii) | (b)(1)(ii) Landings shall be lit.
""",
    "a flush paragraph and a joining word": """
H                     | § 45.23 Boats.
§ 45.23/(a)           | (a) A boat shall have:
§ 45.23/(a)/(1)       | (1) an anchor;
…                     | and
§ 45.23/(a)/(2)/第一款 | (2) a lamp.
§ 45.23/(a)/(2)/第二款 | Lamps need not be lit by day.
""",
    "a table after a caption": """
H                     | § 45.24 Hoses.
§ 45.24/(a)           | (a) Hoses shall be tested as Table H-1 says.
§ 45.24/(a)/Table H-1 | Table H-1
…                     | Kind of hose
…                     | Interval (years)
…                     | Air (1)
…                     | 5
…                     | 1 Hoses made before 1990 shall not be used.
§ 45.24/(b)           | (b) Hoses shall be marked.
""",
    "control families with enhancements": """
H               | CP-2 Contingency Plan
H               | Control:
CP-2/a.         | a. Develop a plan that:
CP-2/a./1.      | 1. Names roles; and
CP-2/a./2.      | 2. Names objectives;
CP-2/b.         | b. Review the plan [Assignment: organization-defined frequency].
CP-2            | Discussion: Planning is part of a program.
H               | Control Enhancements:
H               | (1) CONTINGENCY PLAN | COORDINATE
CP-2/(1)        | Coordinate the plan with related plans.
H               | (2) CONTINGENCY PLAN | CAPACITY
CP-2/(2)        | Plan capacity so that it exists:
CP-2/(2)/(a)    | (a) During operations; and
CP-2/(2)/(b)    | (b) During recovery.
H               | CP-3 Contingency Training
CP-3/a.         | a. Provide training.
CP-3/b.         | b. Review it yearly.
""",
    "a bill of the United States": """
H                     | SECTION 1. SHORT TITLE.
SECTION 1             | This Act may be cited as the “Dock Safety Act”.
H                     | SEC. 2. INSPECTIONS.
SEC. 2/(a)            | (a) IN GENERAL.—The Secretary shall inspect each dock annually.
H                     | (b) REPORTS.—
SEC. 2/(b)/(1)        | (1) IN GENERAL.—The Secretary shall submit a report.
SEC. 2/(b)/(2)        | (2) CONTENTS.—Each report shall include—
SEC. 2/(b)/(2)/(A)    | (A) findings; and
SEC. 2/(b)/(2)/(B)    | (B) recommendations.
""",
    "a policy numbered 1., 2.1, (a)": """
H           | 1. Purpose
1.          | This policy sets out the duties of the watch.
H           | 2. Duties
2./2.1      | 2.1 The watch keeper shall:
2./2.1/(a)  | (a) keep a log;
2./2.1/(b)  | (b) report every incident within 2 hours.
2./2.2      | 2.2 The harbour master shall review the log every week.
""",
    "an outline in Roman numbers and capitals": """
H           | I. General
I.          | The board shall meet quarterly.
H           | II. Duties
II./A.      | A. The chair shall:
II./A./1.   | 1. convene meetings;
II./A./2.   | 2. sign minutes.
II./B.      | B. The secretary shall keep minutes.
""",
    "an opinion whose second-level numbers run on": """
H                   | 市人民政府关于加强河湖管护工作的实施意见
H                   | 临政发〔2026〕18号
前言/第一款         | 为加强河湖管护，现提出如下实施意见。
前言/第二款         | 各级各部门要结合实际认真贯彻。
H                   | 一、明确总体要求
H                   | （一）指导思想。
一、/(一)           | 坚持生态优先，统筹治理。
一、/(二)           | （二）基本原则。坚持属地管理、分级负责。
H                   | 二、健全组织体系
二、/(三)           | （三）落实河湖长。各级主要负责人担任总河长。
二、/(四)           | （四）落实巡查员。巡查员履行以下职责：
二、/(四)/1.        | 1. 每周巡查不少于2次；
二、/(四)/2.        | 2. 发现问题2小时内报告；
二、/(四)/3./第一款 | 3. 其他交办事项。
二、/(四)/3./第二款 | 巡查员补贴由县财政保障。
H                   | 三、严格监督考核
三、/(五)           | （五）实行月通报、季考核、年评比。
附件/1.             | 附件：1.河湖名录
附件/2.             | 2.河湖长名单
""",
    "a plan whose lead-in comes before its first part": """
前言             | 现制定如下方案：
H                | 一、工作目标
一、/第一款      | 通过攻坚，确保不发生较大以上火灾。
一、/第二款      | 到12月底，重大隐患整改率达到100%。
H                | 二、职责分工
二、/1           | 1 区消防救援大队：负责行动的组织协调。
二、/2           | 2 区住建局：负责高层建筑的排查。
H                | 三、时间安排
H                | （一）动员部署（10月1日—10月10日）
三、/(一)        | 各镇街、各部门制定方案，动员部署。
""",
    "an article that begins with a reference to another": """
第二条       | 第二条 船员主张下列费用的，应予支持：
第二条/(一)  | （一）工资；
第二条/(二)  | （二）遣返费用，包括：
第二条/(二)/① | ①交通费；
第二条/(二)/② | ②食宿费。
第三条       | 第三条　第一条规定的纠纷，当事人可以申请调解。
""",
    "an unnumbered closing part of a law": """
H                 | 第三章　法律责任
第三章/第八条     | 第八条　违反本条例的，处罚款。
H                 | 附　　则
第九条            | 第九条　本条例自2026年6月1日起施行。
""",
    "article below section, section below article": """
H                              | Article I. General Provisions
H                              | Section 1. Purpose.
Article I/Section 1            | These rules govern the harbor.
H                              | Article II. Moorings
H                              | Section 1. Permits.
Article II/Section 1/(a)       | (a) No person shall place a mooring without a permit.
Article II/Section 1/(b)       | (b) The harbormaster shall:
Article II/Section 1/(b)/(1)   | (1) inspect each mooring every two years; and
Article II/Section 1/(b)/(2)   | (2) keep a chart.
""",
    "an excerpt of a standard": """
H           | 5 Leadership
H           | 5.1 Commitment
5/5.1       | Top management shall demonstrate leadership by:
5/5.1/a)    | a) establishing the policy; and
5/5.1/b)    | b) providing resources.
H           | 6 Planning
6           | The organization shall plan.
""",
    "numbers that stand alone above their first item": """
H                        | § 99.81 Disclosure.
§ 99.81/(a)              | (a) An office may disclose a log if:
H                        | (1)
H                        | (i)
§ 99.81/(a)/(1)/(i)/(A)  | (A) the keeper agrees; and
§ 99.81/(a)/(1)/(i)/(B)  | (B) the log is closed.
H                        | (2)
§ 99.81/(a)/(2)/(i)      | (i) The disclosure is to a court.
§ 99.81/(a)/(2)/(ii)     | (ii) The office shall record it.
""",
    "articles numbered in traditional characters": """
H                 | 第一編 總則
第一編/第一條     | 第一條 為規範管理，制定本法。
第一編/第一條之一 | 第一條之一 前條規定，準用之。
第一編/第二條     | 第二條 機關應辦理下列事項：
第一編/第二條/一、 | 一、訂定計畫。
第一編/第二條/二、 | 二、辦理檢查。
""",
    "an amount at the start of a line": """
第五条/第一款  | 第五条　船舶的责任限额如下：
第五条/第一款/1. | 1.300总吨以下的，为五万元；
第五条/第一款/2. | 2.300总吨以上的，为八万元。
第五条/第二款  | 1.5米以下的小船，不适用前款规定。
""",
}
