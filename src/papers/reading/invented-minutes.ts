// Minutes of councils that do not exist, in layouts that exist: no person and no place in them is real.

/** Headings in capitals that run into the minute, with running numbers. */
export const runIn = `Children and Young People Scrutiny Panel – 21 March 2011

PRESENT: Councillor Wren in the chair.

Councillors Bittern, Crake, C Sandpiper, P Vole and Whimbrel.

Statutory Co-opted Members: Mrs A Dunlin (Parent Governor Representatives) and Mr W Egret.

The panel met at Pitt House, Marshtown.

219 DECLARATIONS OF PERSONAL OR PERSONAL AND PREJUDICIAL INTERESTS AND DECLARATIONS OF WHIPPING ARRANGEMENTS (IF ANY) – There were no declarations of personal or personal and prejudicial interests.

No whip was declared.

220 PUBLIC REQUESTS TO SPEAK – There were no public requests received.

221 (28) SCRUTINY OVERVIEW – Safeguarding Children and Young People During Floods – The chair opened discussion on the draft report, inviting comments. A number of minor changes were agreed.

Resolved – (a) That members and witnesses be thanked for their input and hard work, and (b) that the report be approved by the panel and passed to the next meeting of the council for its consideration and debate.

222 (29) QUESTIONS TO ASK ABOUT SERVICES – The Service Director Legal and Democratic circulated a document.

Resolved – That the document be noted.
`

/** A ModernGov page whose items have codes. */
export const codedWebPage = `Agenda and minutes

Children and Young People Select Committee - Wednesday 25th September, 2024 5.00 pm

Venue: Heron Suite, Marsh Central Library, Church Road, Marshtown, MT18 1TU

Contact: Judy Heron, Democratic Services Manager 

Items
No. Item

CYP/15/24

Evacuation Procedure pdf icon PDF 9 KB

Minutes:

The evacuation procedure was noted.

CYP/16/24

Declarations of Interest

Minutes:

There were no declarations of interest.

CYP/17/24

Minutes pdf icon PDF 100 KB

To approve the minutes of the last meeting held on 17 July 2024.

Minutes:

AGREED that the minutes of the meeting held on 17 July 2024 be confirmed as a correct record and signed by the Chair.

CYP/18/24

Healthwatch Update - Youth Health

To receive an update from Healthwatch around some focused work they are carrying out around youth health.

Minutes:

This item was deferred.

CYP/19/24

Scrutiny Review of Narrowing the Gap in Educational Attainment pdf icon PDF 3 MB

To consider the draft final report.

Minutes:

The Select Committee reviewed the draft final report.

 

AGREED that:

1.    the report be approved;

2.    a further update be provided in six months.
`

/** A printed minute as pdftotext -layout gives it: hyphens, page numbers, hanging labels. */
export const printed = `                                AMBERSHIRE COUNTY COUNCIL

                  CHILDREN AND FAMILIES OVERVIEW AND SCRUTINY COMMITTEE

MINUTES of a meeting of the Children and Families Overview and Scrutiny Committee held on
Monday, 3rd March 2025 at 10.00 a.m. in the Council Chamber, County Hall, Ambertown.

Present:        Councillors A Wren (Chair), B Swift (Vice-Chair), C. Dunlin, D Plover and
                E Teal

Co-opted:       Mrs F Grebe (Church of England diocese), Mr G Knot (Parent Governor)

Also present:   Councillor H Lark, Cabinet Member for Children and Young People

Officers:       Jane Merlin – Director of Children's Services
                Tom Hobby – Head of Quality Assurance
                I Pipit – Democratic Services Officer

34/25     APOLOGIES FOR ABSENCE

          Apologies for absence were received from Councillors J Finch and K Siskin.
          Councillor L Brambling substituted for Councillor Siskin.

35/25     DECLARATIONS OF INTEREST

          Councillor Dunlin declared a disclosable pecuniary interest in item 6 because her
          husband is employed by a provider of fostering services, and left the room.

          Councillor Plover declared a personal interest in Minute 38/25 as a governor of
          Amber Primary School.

36/25     MINUTES

          RESOLVED: That the minutes of the meeting held on 20 January 2025 be approved as a
          correct record and signed by the Chair, subject to the addition of Councillor Teal
          to those present.

37/25     PUBLIC PARTICIPATION

          There was none.

                                              1
38/25     OFSTED INSPECTION OF LOCAL AUTHORITY CHILDREN'S
          SERVICES

          The Director of Children's Services presented the report (previously circulated). She
          said that 14 of the 20 actions had been completed and that the number of agency social
          workers had fallen to 12%.

          In response to questions, the Director undertook to provide a break-
          down of caseloads by team by the end of April.

          RESOLVED (unanimously) –

          (a)    that the report be noted;

          (b)    that Cabinet be recommended to approve the investment of £1.2 million set out in
                 Appendix 2; and

          (c)    that authority be delegated to the Director of Children's Services, in consultation
                 with the Chair, to agree the final wording of the Committee's letter.

          (Action: Head of Quality Assurance to circulate the audit programme by 31 March 2025)

39/25     DATE OF NEXT MEETING

          28 April 2025 at 10.00 a.m.

The meeting closed at 12.35 p.m.


                                              2
`

/** A page with a decision and then the minute that says the same. */
export const decisionsAndMinutes = `Councillors and committees

Agenda, decisions and minutes

Venue: MS Teams, Remote Meeting

Contact: Vicky Heron or Huma Tern  Email: huma.tern@example.gov.uk

Media

Items
No. Item

77/21

Apologies for Absence

    • Share this item

    Additional documents:

    Decision:

    There were none.

    Minutes:

    There were none.

78/21

Minutes of Previous Meeting: 30 March 2021 pdf icon PDF 365 KB

    • Share this item

    Additional documents:

    Decision:

    The Minutes of the Cabinet meeting held on 30 March 2021 were approved as a correct record of the meeting.

     

    Minutes:

    The Minutes of the Cabinet meeting held on 30 March 2021 were approved as a correct record of the meeting.

     

79/21

Declarations of Interest

80/21

Procedural Matters

    • Share this item

    Additional documents:

    Minutes:

    The Leader made a short announcement. The following key points were made:

     

    ·         Explained that this would be the final meeting before the elections on 6 May.

    ·         The Leader recognised the incredible work undertaken by staff.

80/21a

Members' Questions

    Decision:

    RESOLVED:

    That the report be noted.

    Minutes:

    There were two questions from Members. 

    RESOLVED:

    That the report be noted.
`

/** Interests in a table whose cells came as lines of their own. */
export const interestsInTable = `Children and Young People's Scrutiny Panel - Monday 18th September, 2023 4.30 pm

Venue: Heron Room, Town Hall

Contact: Chris Lark 

Items
No. Item

23/5

Apologies for Absence

23/6

Declarations of Interest

Minutes:

Name of Member

Type of Interest

Item/Nature of Interest

Councillor E Crake

Non-Pecuniary

Teacher – Amber Academy.

Councillor D Jay

Non-Pecuniary

Chair – Park End Primary School.

 

23/7

Minutes - Children and Young People's Scrutiny Panel - 19 July 2023 pdf icon PDF 253 KB

Minutes:

The minutes of the Children and Young People’s Scrutiny Panel meeting held on 19 July 2023 were submitted and approved as a correct record.

23/8

Setting the Scrutiny Panel's Work Programme - 2023/2024 pdf icon PDF 444 KB

The Scrutiny Panel will be asked to consider its work programme for the 2023/2024 Municipal Year.

Minutes:

The Interim Director of Children’s Care, the Head of SEN and Vulnerable Learners and the Head of Access to Education were in attendance and provided additional information.

AGREED as follows:

That the following topics be submitted to the Overview and Scrutiny Board:

1.    Child exploitation
2.    Home to school transport
`

/** A page copied without a single gap; bare numbers. */
export const withoutGaps = `Seahaven City Council
Children, Young People & Skills Committee
4.00pm 1 July 2021
Seahaven Town Hall - Council Chamber
MINUTES
Present: Councillor Avocet (Chair) Knot (Joint Opposition Spokesperson) and Ruff (Group Spokesperson).
Also present via Teams virtually: Standing Invitee Dr Anna Turnstone
PART ONE
1 Procedural Business
(a) Declarations of Substitutes
1.1 There were no declarations of Substitutes.
(b) Declarations of Interest
1.2 There were no declarations of interests in matters listed on the agenda.
(c) Exclusion of Press and Public
1.3 The Committee considered whether the press and public should be excluded from the meeting during the consideration of any of the items listed on the agenda.
1.4 RESOLVED: That the press and public be excluded from the meeting during consideration of the items contained in part two of the agenda.
2 Minutes
2.1 The minutes of the last meeting held on the 13 May 2021 were approved as a correct record of the proceedings.
3 Chair's Communications
3.1 The Chair gave the following communications, I once again want to thank colleagues for their efforts.
4 Public Involvement
(B) Written Questions
4.1 Mr Tern asked the following question: Why are the buses late?
5 Foster carers' allowances
5.1 The Executive Director introduced the report.
5.2 RESOLVED: That the Committee –
(1) Notes the current position;
(2) Agrees to increase the allowance by 3% from 1 April 2022; and
(3) Grants delegated authority to the Executive Director Families, Children & Learning to take all steps necessary.
The meeting concluded at 6.10pm
Signed
Chair
`

/** A page of a meeting that was moved, with a table of private items in a resolution. */
export const movedMeeting = `Agenda and minutes

Moved from 9th October 2018, Cabinet - Tuesday, 2nd October, 2018 2.00 pm

Venue: Committee Room 3 - Council House. View directions

Contact: Lara Knot / Michelle Swan, Governance Services,  Tel: 024 7600 0000 / 0001, Email:  lara.knot@example.gov.uk

Items
No. Item

39.

Declarations of Interest

Minutes:

There were no disclosable pecuniary interests.

40.

Minutes

(a)  To agree the minutes from the meeting of Cabinet on 28th August 2018

 

(b)  Matters arising

Minutes:

The minutes of the meeting held on 28th August 2018 were agreed and signed as a true record.

 

There were no matters arising.

41.

Exclusion of Press And Public

To consider whether to exclude the press and public for the item(s) of private business for the reasons shown in the report.

Minutes:

RESOLVED that the Cabinet agrees to exclude the press and public under Sections 100(A)(4) of the Local Government Act 1972 relating to the following private reports:

Minute No.  Report title

 

 

  53  Disposal of Small Surplus Sites

 

 

  54  Modernising Domestic Abuse Services

42.

Early Help Strategy 2018 pdf icon PDF 104 KB

Report of the Deputy Chief Executive (People)

Additional documents:

Minutes:

The Cabinet considered a report of the Deputy Chief Executive (People), which sought approval of the strategy.

 

RESOLVED that the Cabinet:

1.    Approves the Early Help Strategy 2018.

2.    Delegates authority to the Deputy Chief Executive (People), following consultation with the Cabinet Member for Children and Young People, to make any minor amendments.

43.

Any Other Business

Minutes:

There were no other items of business.

(Meeting closed: 2.35 pm)
`
