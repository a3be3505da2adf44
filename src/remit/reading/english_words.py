"""English role words and the verbs that open a bare order."""

from __future__ import annotations

__all__ = ["NOUN_VERBS", "ORDER_VERBS", "ROLE_NOUNS", "STATIVE_VERBS", "THINGS"]

# Heads of noun phrases that name a bearer of duties, in the singular.
ROLE_NOUNS = frozenset(
    """
accountant administrator treasury exchequer adviser advisor agency agent ambassador appellant applicant approver assembly assessor associate association attorney auditor authority author bank
beneficiary board body borrower broker builder bureau business buyer bureaucrat cabinet candidate captain caregiver carer carrier caretaker cashier chair chairman chairperson chairwoman
charity chief chieftain citizen clerk client clinic clinician coach college commander commission commissioner committee community company comptroller conference congress constable
consignor consignee constructor consultant consumer contractor controller cooperative coordinator coroner corporation council councillor counsel counsellor court creditor crew
custodian customer dealer dean debtor delegate dentist department deployer deputy designee designer developer director directorate distributor division doctor donor driver
economist editor employee employer engineer enterprise entity establishment evaluator examiner executive exporter expert facility family farmer fiduciary firm forum foundation
fund government governor grantee grower guarantor guardian handler head headmaster headmistress headteacher holder hospital household importer individual infirmary inspector
inspectorate institute institution insurer intermediary investigator investor issuer judge judiciary keeper laboratory landlord lawyer leader legislature lender lessee lessor librarian
licensee licensor licence-holder lifeguard magistrate manager management manufacturer marshal master mayor mediator member member-state merchant midwife minister ministry mortgagee
municipality museum nurse observer occupier office officer outlet official ombudsman operator optician organisation organization organiser organizer originator outsourcer owner panel
parent parliament participant party partner partnership patient payer pharmacist physician pilot platform police practitioner prefect premier president principal processor procurer producer
professor promoter proprietor prosecutor provider province psychologist publisher purchaser ranger recipient rector referee regent registrant registrar regulator representative
researcher resident respondent responder retailer school scientist secretariat secretary seller senate shareholder sheriff shipper shop signatory society solicitor speaker
sponsor spokesperson staff state steward student subcontractor subsidiary supervisor supplier surgeon surveyor superintendent taxpayer teacher team technician tenant tester trader trainer
transferee transferor transporter treasurer tribunal trust trustee tutor undertaking union unit university user utility veterinarian vendor vessel-owner veterinary-surgeon voter volunteer ward
visitor guest pupil trainee apprentice passenger desk helpdesk warden warder welder wholesaler winner witness worker workforce workgroup personnel people person persons public responsible-person capability function service group
you hire newcomer joiner leaver overseer auctioneer complainant claimant defendant inhabitant attendant assistant sergeant lieutenant commandant colleague relative spouse victim suspect heir
child sibling county parish borough township subject signer lead owner-operator permittee licencee processor-controller body-corporate headship dutyholder duty-holder franchisee franchisor counterparty custodian-bank
""".split()
)

ORDER_VERBS = frozenset(
    """
accept achieve acknowledge acquire act adapt add address adhere adjust administer adopt advise align allocate allow analyse analyze annotate announce answer appoint apply appraise approve arrange assemble assess
assign assist assure attach attend audit authenticate authorise authorize avoid back ban bring build calculate calibrate carry categorise categorize certify check choose circulate classify clean clear close
co-operate collaborate collect communicate compare compile complete comply conduct configure confirm conserve consider consult contact contain continue control cooperate coordinate co-ordinate copy correct
correlate create declare define delegate delete delay deliver demonstrate deny deploy describe design designate destroy detect determine develop direct disable disclose discuss display dispose disseminate distribute
document draft draw elect eliminate employ enable encourage encrypt enforce engage enhance ensure enter erase escalate establish estimate evaluate examine exchange exclude execute exercise explain extend facilitate
file fill follow formulate forward fulfil fulfill furnish give grant guide handle have hold identify immediately implement improve include incorporate inform initiate inspect install institute instruct integrate
interview introduce inventory investigate invite isolate issue keep label lead limit list locate log maintain make manage map mark measure mediate meet minimise minimize mitigate monitor notify nominate observe obtain offer
operate order organise organize oversee participate pay perform place plan post prepare preserve present prevent prioritise prioritize process procure produce prohibit promote prosecute protect provide publish purchase put
raise rank read reassess receive recommend record recover rectify reduce refer refrain refuse register regularly reinforce reject release remediate remedy remove renew repair replace replicate reply report request require resolve
respond restore restrict retain retire retrieve return review revise revoke rotate sample sanitise sanitize satisfy schedule screen seal secure seek segregate select send separate serve set share sign solicit specify state stop store
strengthen submit supervise supply support suspend tag take target terminate test track train transfer transmit treat undertake update upgrade use validate verify visit warn withdraw work write approve annually quarterly monthly
periodically promptly abstain appeal ask call cease certify chair clarify collate compensate convene count co-opt dismiss disqualify donate eat fence feed found gather halt hand hear help hire
host inoculate insure invoice justify lay lead lock lodge log lower mow mend name oblige open patrol pause petition phone point pool pray prune rehearse remind rent rescue rinse rotate scan sell settle sign sort speak
spray supervise survey suspend sweep teach tell tend turn urge vaccinate vacate walk wash watch water wear weigh apologise apologize archive augment back-up brief budget cap catalogue challenge compile compute confer corroborate debrief decide decline deduct
defend defer deliberate demolish digitise disburse disinfect dispatch endorse enrol escort evacuate excuse expand fund harmonise inquire interrogate intervene invest modernise modify negotiate
object outsource persuade preside quarantine reimburse remediate remunerate resign revisit sanction sponsor steer substantiate swap table tabulate translate vet vote waive
""".split()
)

# Verbs of which a document, a device or a place may be the subject as well.
STATIVE_VERBS = frozenset(
    """
accept achieve act address adhere align allow annually apply attach avoid ban bear build carry close comply conform contain continue correct cover correlate define demonstrate describe detect determine direct disable
display eliminate enable encourage exclude extend feed file fill follow found generate guide have help hold identify immediately improve include incorporate inventory isolate label last limit list locate mark measure meet
minimise minimize mitigate monthly name offer open operate order periodically perform place plan point prevent prohibit promote promptly protect provide quarterly raise rank read record recover reduce refer regularly reinforce
reject release require resolve respond restrict return schedule seal secure send separate serve set show sound specify state stop store strengthen support take target tend terminate transmit trigger turn use warn water
""".split()
)

# Heads of noun phrases that end like a person (-er, -or, -ee …) and name a thing.
THINGS = frozenset(
    """
acceptor adaptor alter anger anchor banner barrier behavior behaviour boiler border bumper burner buffer calendar cancer carrier-bag chapter character charter clamor collector color colour committee-room compressor computer
condenser connector container conveyor cooler corner corridor counter cover daughter degree detector diameter dinner disaster door dryer elevator employee-record error escalator excavator extinguisher factor favour fee fertiliser fertilizer fever
fibre filter finger fire-extinguisher fever floor folder freezer frontier fryer gender generator guarantee harbor harbour heater honor honour incinerator indicator inverter labor labour ladder layer ledger letter lever liquor locker
loader lorry-loader manner manor marker matter meter mirror mixer monitor motor mover number offer order other outdoor paper parameter parlour pepper pier pioneer poster powder power printer printer-driver processor projector propeller
purifier quarter quarter-year ramp-door razor reactor receiver recorder referee-report refrigerator register reminder reminder-letter resistor retainer river rotor router rubber ruler rumor rumour scanner scooter sector semester sensor
server shelter shower shredder shutter sprinkler sticker summer sweater tanker theater thermometer tower tractor trailer transformer transistor transmitter trigger tumor typewriter underwater vapor vapour vector visitor-book voucher
water weather whistleblower-line winter wiper wonder answer border copier chamber cluster consumer-good cylinder danger decoder disorder dollar-fee drawer encounter explorer-tool feeder fiber flier flyer hanger header hunger
hyper jumper liner liter litre manometer member-fee minor mortar muster never newer odor odour over per pointer porter-lodge prior procedure-order rather remainder removal-order render roster roller runner rudder sewer shaker silver
slider soccer solder spacer speaker-system spider splinter stapler starter stretcher stair-door sugar super supper tender timber timer toner transfer under user-manual upper usher-list wafer wager whether wither agree disagree free knee
absentee-list three tree coffee toffee agreement-fee decree refugee-camp spree pedigree jubilee
policy plan programme program procedure report record records register system contract agreement notice certificate equipment device assessment measure measures training review arrangement decision statement application form document
file list result results rule rules regulation regulations standard standards schedule article section chapter paragraph provision provisions act law fee charge cost costs price budget fund-account account accounts date day time
period year month week site room area building vehicle vessel machine tool data information share weight rate ratio percentage amount proportion level limit risk hazard accident incident event work task duty responsibility measure-plan
meeting minutes session visit inspection audit check test exercise drill food meal goods product substance waste material sample copy label sign marking design layout facility facilities installation structure bridge road
penalty fine sanction forfeiture surcharge interest map charter manual handbook guideline guidelines guidance protocol treaty convention annex appendix form directive bill works premises terms term strategy
framework scheme catalogue portal software algorithm directory dossier brochure leaflet plaque ballot budget-line inventory timetable strategy template questionnaire
together altogether however further another either neither ever later earlier lower greater higher larger smaller longer shorter faster nearer closer better whatever whichever moreover
major minor superior inferior exterior interior senior junior former latter inner outer proper popular regular similar particular familiar interview questionnaire survey-form log logbook permit licence license licences fence gate wall pipe tank valve alarm detector lamp light fire smoke door window key keys password code name address website page
""".split()
)

# Verbs whose form is as often a noun or an adjective: they open an act only before an object that says so.
NOUN_VERBS = frozenset(
    """
act address alert answer appeal approach appraise attempt audit ban bank board book call care change charge check claim clean clear close comment complaint complete conduct contact control copy correct cost count cover credit delay
delegate deliberate demand deposit design detail direct discharge display document draft dress duplicate effect estimate exempt exercise exit experience export fence field file fill fine fire focus forecast form function fund guide
halt hand handle harm help hold host import impact increase influence input insert instruct interest interview inventory invoice issue label land lead level limit link list local location lock log lower map mark market master
match matter measure mention monitor mow name need note notice object offer open order outline own parent part pass patrol pause pay phone pilot place plan point pool position post practice present press process produce profile program
progress project protest prune purchase question range rank rate reach read reason rebuild record reform refund register release remedy rent repair reply report request rescue research reserve resort respect rest result return review
reward right risk roster rotate run sample scan schedule scope screen seal search seat secure separate serve service set settle share ship show sign signal sort sound speak spray staff stage standard start state stop store study
subject supply support survey suspend sweep switch tag take talk target tend test time track trade train transfer transport treat trigger turn update upgrade use value vent view visit wait walk warn wash waste watch water wear weigh
work
""".split()
)
