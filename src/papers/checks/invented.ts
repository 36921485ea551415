/** Papers of a council that does not exist, with nothing wrong in them. */
export const rightMinutes = `Eastmoor County Council

Children's Scrutiny Committee - Tuesday 14 May 2030 at 2.00 pm

Present: Cllr A Lowe (Chair), Cllr B Marsh, Cllr C Penn and Mrs D Field (co-opted member)

1. Apologies

Apologies were received from Cllr E Wood.

2. Minutes

The minutes of the meeting held on 12 March 2030 were agreed as a correct record.

3. Placements

3.1 The Director of Children's Services presented the report for the quarter to 31 March 2030. There were 214 children in care on 31 March 2030, compared with 221 a year earlier (Table 1 of the report).

3.2 Members asked why costs had risen. The Director explained that two placements had ended early, and that the notice period was 28 calendar days.

3.3 It was agreed that that report should go to the next meeting too. The costs had had an effect on the reserve.

ACTION: Head of Placements to bring the figures for the quarter to the meeting on 9 July 2030.

3.4 The budget of £3.5m is made up of £2m for homes and £1.5m for foster carers.

Homes	£2m
Foster carers	£1.5m
Total	£3.5m

4. Next meeting

Tuesday 9 July 2030 at 2.00 pm. Papers: https://www.eastmoor.example/meetings/2030-07-09

Meeting concluded at 3.40 pm
`

export const rightReport = `REPORT TITLE: Annual report on missing children

Cabinet Date	18 June 2030
Key Decision	No

Background

1.0 The council looked after 214 children on 31 March 2030. Child A, aged 15, was missing for one night in March 2030; her story is told with her consent.
2.0 In 2029/30, 83% of return interviews were offered within 72 hours (source: scorecard, 31 March 2030).
3.0 The inspection took place from 4 to 8 March 2030, and the report was published on 22 April 2030.

Options

4.0 Option 1: keep the present service. Option 2: commission a new one. Option 2 is recommended because it is available at weekends.

Financial implications

5.0 The additional funding is £420,000, as follows:

Return interviews	£180,000
Weekend duty	£200,000
Training	£40,000

Equality implications

6.0 Has an Equality Impact Assessment been completed? Yes, attached at Appendix 2.

Reasons

7.0 The council must submit its plan within 70 working days of receiving the report, which is 30 July 2030. Inspectors wrote that ‘children are listened to and their wishes make a difference to plans’.

Where children were placed

Foster carers	61.2%
Homes	22.5%
With relatives	16.3%

Contact: Democratic Services, 01234 567890, democracy@eastmoor.example
`
