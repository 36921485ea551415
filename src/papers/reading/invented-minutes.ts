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
