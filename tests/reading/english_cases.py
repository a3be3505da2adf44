"""Fictional English texts with the reference due to each line: `H` marks a heading, `…` a line that goes on."""

CASES = {
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
}
