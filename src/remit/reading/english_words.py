"""English role words and the verbs that open a bare order."""

from __future__ import annotations

__all__ = ["ORDER_VERBS", "ROLE_NOUNS"]

# Heads of noun phrases that name a bearer of duties, in the singular.
ROLE_NOUNS = frozenset(
    """
accountant administrator adviser advisor agency agent ambassador appellant applicant approver assembly assessor associate association attorney auditor authority author bank
beneficiary board body borrower broker builder bureau business buyer bureaucrat cabinet candidate captain caregiver carer carrier caretaker cashier chair chairman chairperson chairwoman
charity chief chieftain citizen clerk client clinic clinician coach college commander commission commissioner committee community company comptroller conference congress constable
consignor consignee constructor consultant consumer contractor controller cooperative coordinator coroner corporation council councillor counsel counsellor court creditor crew
custodian customer dealer dean debtor delegate dentist department deployer deputy designee designer developer director directorate distributor division doctor donor driver
economist editor employee employer engineer enterprise entity establishment evaluator examiner executive exporter expert facility family farmer fiduciary firm forum foundation
fund government governor grantee grower guarantor guardian handler head headmaster headmistress headteacher holder hospital household importer individual infirmary inspector
inspectorate institute institution insurer intermediary investigator investor issuer judge judiciary keeper laboratory landlord lawyer leader legislature lender lessee lessor librarian
licensee licensor licence-holder lifeguard magistrate manager management manufacturer marshal master mayor mediator member member-state merchant midwife minister ministry mortgagee
municipality museum nurse observer occupier office officer official ombudsman operator optician organisation organization organiser organizer originator outsourcer owner panel
parent parliament participant party partner partnership patient payer pharmacist physician pilot platform police practitioner prefect premier president principal processor procurer producer
professor promoter proprietor prosecutor provider province psychologist publisher purchaser ranger recipient rector referee regent registrant registrar regulator representative
researcher resident respondent responder retailer school scientist secretariat secretary seller senate shareholder sheriff shipper shop signatory society solicitor speaker
sponsor spokesperson staff state steward student subcontractor subsidiary supervisor supplier surgeon surveyor superintendent taxpayer teacher team technician tenant tester trader trainer
transferee transferor transporter treasurer tribunal trust trustee tutor undertaking union unit university user utility veterinarian vendor vessel-owner veterinary-surgeon voter volunteer ward
visitor guest pupil trainee apprentice passenger desk helpdesk warden warder welder wholesaler winner witness worker workforce workgroup personnel people person persons public responsible-person capability function service group
subject signer lead owner-operator permittee licencee processor-controller body-corporate headship dutyholder duty-holder franchisee franchisor counterparty custodian-bank
""".split()
)

ORDER_VERBS = frozenset(
    """
accept achieve acknowledge acquire act adapt address adhere adjust administer adopt advise align allocate allow analyse analyze annotate announce answer appoint apply appraise approve arrange assemble assess
assign assist assure attach attend audit authenticate authorise authorize avoid back ban bring build calculate calibrate carry categorise categorize certify check choose circulate classify clean clear close
co-operate collaborate collect communicate compare compile complete comply conduct configure confirm conserve consider consult contact contain continue control cooperate coordinate co-ordinate copy correct
correlate create declare define delegate delete deliver demonstrate deny deploy describe design designate destroy detect determine develop direct disable disclose discuss display dispose disseminate distribute
document draft draw elect eliminate employ enable encourage encrypt enforce engage enhance ensure enter erase escalate establish estimate evaluate examine exchange exclude execute exercise explain extend facilitate
file fill follow formulate forward fulfil fulfill furnish give grant guide handle have hold identify immediately implement improve include incorporate inform initiate inspect install institute instruct integrate
interview introduce inventory investigate invite isolate issue keep label lead limit list locate log maintain make manage map mark measure mediate meet minimise minimize mitigate monitor notify nominate observe obtain offer
operate order organise organize oversee participate pay perform place plan post prepare preserve present prevent prioritise prioritize process procure produce prohibit promote prosecute protect provide publish purchase put
raise rank read reassess receive recommend record recover rectify reduce refer refrain refuse register regularly reinforce reject release remediate remedy remove renew repair replace replicate reply report request require resolve
respond restore restrict retain retire retrieve return review revise revoke rotate sample sanitise sanitize satisfy schedule screen seal secure seek segregate select send separate serve set share sign solicit specify state stop store
strengthen submit supervise supply support suspend tag take target terminate test track train transfer transmit treat undertake update upgrade use validate verify visit warn withdraw work write approve annually quarterly monthly
periodically promptly
""".split()
)
