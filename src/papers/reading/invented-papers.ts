// Boards, agendas, reports and questions that nobody held or wrote, in layouts that exist.

/** An improvement board set as tables: attendance, discussion, log of actions. */
export const boardInTables = `Ambershire Children's Services Improvement Board
Minutes
Date: Tuesday 14 May 2024
Time: 14:00 – 16:00
Venue: Microsoft Teams

Attendees
Name	Role	Organisation
Wendy Rail (WR)	Independent Chair	
Paul Ruff (PR)	Director of Children's Services	Ambershire County Council
Sue Stint (SS)	Chief Nurse	Amber Integrated Care Board
DCI Ann Smew (AS)	Head of Public Protection	Amber Police

Apologies
Mark Scoter (MS)	Chief Executive	Ambershire County Council

Item	Discussion	Action
1.	Welcome and apologies	
	WR welcomed members. Apologies were noted.	
2.	Minutes of the last meeting	
	The minutes of 2 April 2024 were agreed as an accurate record.	
3.	Performance report	
3.1	PR reported that 82% of assessments were completed in time, up from 74%.	
3.2	SS asked about health assessments. 	SS to provide data by 30 May
4.	Any other business	
	None.	

Action log
No	Action	Owner	Due date	Status
1	Circulate the performance glossary	PR	31 May 2024	Open
2	Confirm the dates of the dip sample	WR / SS	7 June 2024	Complete

Date of next meeting: 25 June 2024
`

/** “Resolved” alone above “To approve”. */
export const resolvedBelow = `CHILDREN'S SELECT COMMITTEE

MINUTES OF THE CHILDREN'S SELECT COMMITTEE MEETING HELD ON 19 MARCH 2024 AT KENNET ROOM - COUNTY HALL, TROWMARSH.

Present:
Cllr Jon Heron (Chairman), Cllr Jacqui Lark (Vice-Chairman), Cllr Helen Belcher-Swift, Cllr Mel Jackdaw MBE and Dr Mike Thrush (non-voting)

Also Present:
Cllr Laura Mavis, Cabinet Member for Children's Services, Education and Skills

1 Apologies

Apologies for absence were received from Cllr Pat Owl, Cllr Ann Kite and Maura Robin.

Cllr Jane Davies substituted for Cllr Owl.

2 Minutes of the Previous Meeting

Resolved

To approve the minutes of the previous meeting held on 16 January 2024 as a true and correct record.

3 Declarations of Interest

There were no declarations of interest.

4 Public Participation

The Chairman reported receipt of questions from Ms Joy Wader.

5 Chairman's Announcements

None.

6 School Ofsted Judgements

The Director of Education and Skills presented the report. Of 236 schools 89% were good or outstanding.

Resolved:

1. To note the report.
2. That a further report be brought to the Committee in November 2024.

7 Urgent Items

There were no urgent items.

(Duration of meeting:  10.30 am - 12.15 pm)

The Officer who has produced these minutes is Max Hirst of Democratic Services, direct line 01234 000000
`

/** An agenda with pages, members and a contact. */
export const agenda = `Ambershire County Council

Cabinet

Date: Wednesday 6 March 2024
Time: 10.00am
Venue: Committee Room 1, County Hall, Ambertown AM1 1AA

Membership:
Councillor Ann Wren (Leader) (Chair)
Councillor Bob Swift (Deputy Leader)
Councillor Cy Teal (Children's Services)

AGENDA

Part 1

1.   Apologies for absence

2.   Declarations of interest
     To receive any declarations of interest.

3.   Minutes of the meeting held on 7 February 2024 (Pages 3 - 12)

4.   Questions from the public
     Questions must be received by 10.00am on Thursday 29 February 2024.

5.   Children's Services Improvement Plan: quarterly update (Pages 13 - 48)
     Report of the Director of Children's Services
     Key decision: No

6.   Sufficiency Strategy 2024-27 (Pages 49 - 102)
     Cabinet Member for Children's Services

7.   Exclusion of the press and public
     To consider whether the public should be excluded under Schedule 12A.

8.   Date of next meeting
     3 April 2024

For further information please contact:
Dee Plover, Democratic Services Officer
Tel: 01234 567890
`

/** A report with numbered sections and a table of risks. */
export const report = `Ambershire County Council

Report to: Cabinet – 6 March 2024
Title: Children's Services Improvement Plan: quarterly update
Report of: Director of Children's Services
Cabinet Member: Councillor Cy Teal
Key decision: No
Wards affected: All
Contact officer: Jo Ruff, Head of Quality, 01234 567891

1. PURPOSE OF REPORT

1.1 To report on progress with the plan between October and December 2023.

2. RECOMMENDATIONS

2.1 Cabinet is recommended to:

(a) note the progress set out in Appendix A;
(b) approve the revised measures in Appendix B; and
(c) authorise the Director of Children's Services, in consultation with the Cabinet Member for Children's Services, to publish the plan.

3. BACKGROUND

3.1 Ofsted inspected services between 6 and 17 February 2023. The report was published on 3 April 2023.

4. OPTIONS

4.1 Option 1: do nothing.
4.2 Option 2: approve.

5. FINANCIAL IMPLICATIONS

5.1 Costs of £350,000 will be met within budget.

6. LEGAL IMPLICATIONS

6.1 None.

7. RISKS

Risk	Likelihood	Mitigation
Staff leave	Medium	Retention plan
Demand rises	High	Early help

Background papers: none
`

/** “Agenda item 4 –”, all in bold, on the 24-hour clock. */
export const agendaItemWords = `**AMBER METROPOLITAN BOROUGH COUNCIL**

**Corporate Parenting Board**

**Minutes of the meeting held at 20.15 hrs on Tuesday 6 February 2024**
**Held at: The Guildhall, Ambertown**

**Members present:** Cllr R Stilt (in the Chair), Cllr T Rook, Cllr U Martin

**Young people:** 3 members of the Children in Care Council

**In attendance:** Pat Gull, Head of Virtual School; Lee Skua, Participation Manager

**Apologies:** Cllr V Smew; Dr W Tern (Designated Doctor)

**Agenda item 1 – Welcome and introductions**

The Chair welcomed everyone.

**Agenda item 2 – Declarations of interest**

None declared.

**Agenda item 3 – Minutes of the meeting held on 5 December 2023**

It was agreed that the minutes be approved as a correct record.

**Agenda item 4 – Virtual School annual report**

Pat Gull presented the report. 61% of children made expected progress. The Board asked for a breakdown by year group.

It was resolved that the report be noted.

ACTION: Lee Skua to arrange a visit by 1 March

**Agenda item 5 – Any other business**

There was none.

The meeting finished at 21.40 hrs.
`

/** Public questions with answers and a supplementary; a vote; roman parts. */
export const questions = `AMBERSHIRE COUNTY COUNCIL

At a meeting of the CABINET held at County Hall, Ambertown on 12/09/2023 at 2.00pm

PRESENT:
Councillor A Wren (Leader) in the Chair

Councillors B Swift	C Teal	D Lark
	E Knot	F Plover

Also in attendance: Councillor G Gull

25. APOLOGIES

Apologies were submitted on behalf of Councillor H Heron.

26. QUESTIONS FROM MEMBERS OF THE PUBLIC

Question 1 from Ms J Crane to the Cabinet Member for Children

How many children wait for a social worker?

Response by Councillor B Swift

None wait longer than a day.

Supplementary question from Ms J Crane

Will the figures be published?

Response: Councillor B Swift said that a written response would be provided after the meeting.

Question 2 from Mr K Rail to the Leader

When will the centre open?

Answer by Councillor A Wren

In May.

27. QUESTIONS FROM COUNCILLORS

There were no questions from councillors.

28. CHILDREN'S HOMES

RESOLVED, by 5 votes to 1, that:

i) the business case be approved;
ii) £2.5m be added to the capital programme; and
iii) the Executive Director (Children), in consultation with the Cabinet Member for Finance, be authorised to award the contract.

Reasons for decision: to keep children near home.

Options considered: none.

29. EXCLUSION OF THE PUBLIC

RESOLVED that the public be excluded.

The meeting ended at noon.
`

/** A ModernGov page of one item. */
export const oneItem = `Agenda item

School Improvement

    Meeting of Children's Scrutiny Committee, Thursday, 14th March, 2019 6.30 pm (Item 12.)

Minutes:

12.1 Councillor Wren introduced the report.

12.2 RESOLVED: That the Committee:-

(a)      notes the report; and

(b)      requests a further report in September.
`

/** A partnership whose minutes came out of a Word table. */
export const partnership = `Amber Safeguarding Children Partnership
Executive Group Meeting
MINUTES
Thursday 18th January 2024, 1.45pm to 4.45pm, Via MS Teams
Chair: Jo Snipe, Director of Children's Services
Present:
Jo Snipe (JS), Director of Children's Services, Ambershire Council
Max Curlew (MC), Detective Superintendent, Amber Police
Liz Dotterel (LD), Designated Nurse, Amber ICB
Apologies:
Ray Whimbrel, Head of Service, Probation
1	Welcome, introductions and apologies	
2	Declarations of interest. None declared.	
3	Minutes of the last meeting and matters arising	
	The minutes of the meeting on 16th November 2023 were agreed.	
	Action: MC to share the protocol.	MC
4	Local child safeguarding practice reviews	
	4.1 LD reported that two reviews were under way.	
	Action: LD to bring the learning to the next meeting	LD
5	Date of next meeting – 21st March 2024	
`

/** Markdown. */
export const markdown = `# Amber City Council

## Health, Care and Children Scrutiny Committee

### Minutes

**Date:** 7 October 2025

**Time:** 18:00

**Venue:** City Hall, Amber

**Present:**

- Councillor Wren (Chair)
- Councillor Swift
- Councillor Teal

**Apologies:** None

## 1. Apologies for absence

There were none.

## 2. Declarations of interest

Councillor Teal declared a non-pecuniary interest in agenda items 4 and 5, as a foster carer.

## 3. Minutes of the previous meeting

**RESOLVED:** that the minutes of the meeting held on 2 September 2025 be approved as a correct record.

## 4. Fostering service

The Committee considered a report.

**RESOLVED:**

1. to note the report
2. to recommend to Cabinet that the allowance be reviewed

## 5. Work programme

**RESOLVED:** to agree the work programme.

The meeting started at 6.02pm and ended at 7.55pm.
`
