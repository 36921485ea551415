// Web pages of minutes that nobody published, in layouts that exist.

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
