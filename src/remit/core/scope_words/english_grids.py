"""English words in grids: each kind of fault by each kind of utterance, and the many ways to say that people are left alone.

The classes and the signs are those of `english_words`; `|` stands between words any of which may come.
"""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["ENGLISH_GRIDS"]

ENGLISH_GRIDS: Mapping[str, str] = {
    # a fault and what is said
    "dissent": """
        sensitive|unwelcome|improper|unsuitable|negative|undesirable|incorrect|unhealthy|hostile|critical|contentious|controversial|divisive|provocative|awkward|unfriendly|unpatriotic|disloyal|dissenting|opposing|contrary|unorthodox|deviant|erroneous|mistaken|objectionable|unseemly|dubious|disrespectful|subversive|seditious|unauthorised|forbidden|banned|unapproved|heterodox|rebellious|unreliable|disaffected|dangerous|sceptical|restive|unhelpful|downbeat|bleak|gloomy|bitter|sour|barbed|unsuited|unapproved|unscripted|indiscreet|irreverent|cynical|mocking|ironic|satirical|pointed|reproachful|rude|impolite|ungrateful_footnote|footnotes|caption|captions|label|labels|plaque|plaques|scene|scenes|verse|verses|line|lines|ending|endings|headline|headlines|joke|jokes|cartoon|cartoons|drawing|drawings|picture|pictures|play|plays|text|texts|lecture|lectures|lesson|lessons|painting|paintings|caller|callers|graffiti|poster|posters|translation|translations|reference|references|mention|mentions|word|words|topic|topics|theme|themes|history|idea|ideas|opinion|opinions|view|views|thought|thoughts|belief|beliefs|question|questions|article|articles|book|books|title|titles|song|songs|lyrics|film|films|passage|passages|allusion|allusions|remark|remarks|comment|comments|statement|statements|post|posts|posting|postings|message|messages|phrase|phrases|speech|speeches|rumour|rumours|stories|story|poem|poems|essay|essays|author|authors|writer|writers|scholar|scholars|speaker|speakers|attitude|attitudes|tendency|tendencies|voice|voices|emotion|emotions|mood|moods|sentiment|sentiments|argument|arguments|literature|publication|publications|gathering|gatherings|group|groups|talk|language|literature|expression|expressions|slogan|slogans|image|images|content|chapter|chapters|reviews|hashtags|keywords|utterance|utterances|conversation|conversations|tone
        sensitive|unwelcome|improper|unsuitable|negative|undesirable|incorrect|unhealthy|hostile|contentious|controversial|divisive|provocative|awkward|unfriendly|unpatriotic|disloyal|dissenting|opposing|contrary|unorthodox|deviant|erroneous|mistaken|objectionable|unseemly|dubious|disrespectful|subversive|seditious|unauthorised|forbidden|banned|unapproved|heterodox|rebellious|unreliable|disaffected|dangerous|sceptical|restive|unhelpful|downbeat|bleak|gloomy|bitter|sour|barbed|unsuited|unscripted|indiscreet|irreverent|cynical|mocking|ironic|satirical|pointed|reproachful|rude|impolite|ungrateful_thinking
        restricted|circulated|forbidden|proscribed|unapproved_list|titles|books|catalogue|index|shelf
        publicly|openly|once|previously|ever|repeatedly_faulted|criticised|criticized|questioned|opposed|blamed|challenged|mocked|doubted|disputed|denounced|objected|dissented|condemned|endorsed|supported|protested|complained|sided|disagreed|differed
        fault|faults|faulted|faulting|blame|blames|blamed|blaming|criticise|criticises|criticised|criticising|criticize|criticized|denounce|denounced|mock|mocked|mocking|mocks|ridicule|ridiculed|condemn|condemned|deride|dispute|disputed|doubt|doubts|doubted|disparage|insult|insulted|belittle|question|questioned|attack|attacked|lampoon|contradict|contradicts|contradicted|oppose|opposes|opposed|opposing|resent|impugn_the|our|their|its|his|her|official|local|national|state|ruling|public|city|central_government|policy|policies|leader|leaders|leadership|party|authorities|ruler|rulers|minister|ministry|rector|council|judiciary|courts|governor|mayor|dam|project|reform|reforms|tariff|campaign|regime|administration|state|police|president|king|chief|officials|line|account|version|history|president's|government's|programme|merger|war|system
        disagree|disagrees|disagreed|differ|differs|differed|deviate|deviates|depart|departs|departed|departing|stray|strays|diverge|diverges|diverging|deviating|differing_from|with_the_line|party|official|government|leadership|reform|ministry's|client's|owner's|owners'
        call|calls|calling|called|appeal|appeals_for|to_assembly|assemblies|assemble|strike|protest|protests|boycott|gather|march|rally|resignation|resign|demonstrate|reform|reforms|elections|democracy|change
        anti-dam|anti-reform|anti-mine|anti-merger|anti-tax|anti-leader|anti-council|anti-union|anti-ministry|anti-police|anti-project|anti-plant|anti-rent|anti-school
    """,
    # what people say and think, by whose it is
    "utterance": """
        statements|messages|questions|opinions|views|writings|drawings|songs|likes|shares|letters|essays|poems|speeches|reactions|stories|searches|reading|sympathies|words_of|by|from|among|between_~_staff|employees|workers|pupils|students|teachers|tenants|residents|members|patients|passengers|prisoners|detainees|inmates|citizens|villagers|drivers|guests|visitors|users|readers|players|fans|supporters|candidates|applicants|doctors|nurses|judges|lawyers|scholars|researchers|authors|audience|spectators|congregants|parents|neighbours|soldiers|officers|taxi-drivers|relatives|families
        audience|pupils'|students'|staff|employees'|tenants'|residents'|workers'|patients'|prisoners'|passengers'|readers'|listeners'|viewers'|callers'|users'|children's|parents'|teachers'|members'|applicant's|candidate's|employee's|pupil's|student's|tenant's|patient's|author's|speaker's|passenger's|guest's|neighbours'_questions|reactions|statements|searches|reading|likes|shares|writings|articles|columns|sympathies|stance|stances|expressions
        known_to|for_support|supporting|oppose|opposing|favour|favouring|criticise|criticising|sympathise|dissent|dissenting|complain|complaining|protest|protesting|agree|disagree
        children_say|repeat|tell|mention|talk parents_say|think|said|talk|tell neighbours_say|said|think guests_say|said pupils_say|said|write|wrote|draw students_say|said|write|wrote|post workers_say|said|think
        face|faces|facial_reading
        every|each_signatory signatory signatories petitioner petitioners marcher marchers objector objectors striker demonstrator demonstrators complainers
        lines_alluding passages_alluding allusion* alluding innuendo* passages_whose|that|critical lines_that_mock lines_mocking lines_about_the scenes_showing|mocking|about chapter|chapters_on_the_uprising|strike|famine|war|reform
    """,
    "mind": """
        sound|correct|healthy|acceptable|orthodox|loyal|patriotic|proper|firm|reliable|unsound|doubtful|wavering_outlook|thinking|thought|stance|standpoint|opinions|views|ideas|ideology|sympathies|convictions|beliefs
        emotion|emotional|mood|attitude|sentiment|sincerity|loyalty|enthusiasm|patriotism_analysis|analytics|recognition|detection|scoring|score|scores|reading|tracking|sensing|index|map|rating|ratings|profiling
        employees'|pupils'|students'|staff|workers'|tenants'|citizens'|teachers'|members'|candidates'|applicants'|applicant's|candidate's|employee's|pupil's|student's|worker's|person's|teacher's|passengers'|patients'|residents'|villagers'|prisoners'|inmates'|user's|users'|customers'|customer's|officers'|officials'|voters'|parents'_attitude|attitudes|ideas|thoughts|thinking|beliefs|loyalty|loyalties|leanings|leaning|ideology|values|convictions|mindset|worldview|allegiance|inclinations|outlook facial_emotion|emotions|expression|expressions
    """,
    "ideology": """
        official|authorised|sanctioned|prescribed|orthodox|party|ruling|state|government|ministry's|council's_narrative|interpretation|doctrine|formulation|formulations|explanation|truth|orthodoxy|creed
        official|authorised|authorized|agreed|approved|accepted|government|ministry's|council's|company's_account_of_the_accident|flood|strike|protest|war|famine|uprising|riot|incident|disaster|events|demolition|clearance|unrest
    """,
    "belief": """
        revival|camp|bible|gospel|worship|witness_meeting|meetings|gathering|gatherings
        religious|spiritual|sectarian_character|nature|significance|meaning|content|motif|motifs|theme|themes|slogan|slogans|article|articles|paraphernalia|accessory|accessories|ornament|ornaments|pendant|pendants|habit|habits|custom|customs|practice|practices|duty|duties|oath|mark|marks|work|works|reading|radio|programme|programmes|broadcast|broadcasts|calendar|calendars|day|days|reasons|grounds|rule|rules|law|obligation|obligations|figure|figures|poster|posters|picture|pictures|flag|flags
        employees|pupils|staff|families|prisoners|patients|members|students|workers|persons|residents|villagers|soldiers_converted|converting who_converted|convert how_many_~_converted recent_convert* new_convert*
        taking_vows take|takes|took_vows keep|keeps|kept|keeping_the_sabbath|fast|faith attend|attends|attended|attending_mass|prayers|worship|church|mosque|temple|synagogue|chapel|services_of
        families|employees|staff|pupils|students|residents|tenants|workers|members|officials|who|teachers|soldiers|patients|prisoners|employee_attend|attends|attending|attended|visit|visits|visiting|visited|frequent|frequents_~_chapel|mosque|church|temple|synagogue|shrine|monastery|cathedral|prayers|services
        observe|observes|observed|observing_the_fast|lent|ramadan|sabbath|fast say|says|saying|said_prayers|grace|mass
    """,
    "hot": """
        forbidden|banned|prohibited|outlawed_festival|festivals|rite|rites|feast|dance|dances|dialect|language|prayer|order|society|societies|club|clubs|union|party|parties|anniversary|anniversaries|memoir|novel|novels|tongue|flag|flags|anthem|date|dates|network|networks|movement|movements
    """,
    "watched": """
        unreliable|restless|stubborn|disaffected|disloyal|unpatriotic|wavering|discontented|embittered|suspect|opinionated|outspoken|argumentative|contrary|recalcitrant|obstinate|unruly|defiant|critical|dissenting|disgruntled|doubting|sceptical|uncooperative|ungrateful|unsettled|agitated_household|households|family|families|tenant|tenants|resident|residents|employee|employees|worker|workers|pupil|pupils|student|students|person|persons|people|individual|individuals|member|members|element|elements|character|characters|villager|villagers|citizen|citizens|user|users|teacher|teachers|official|officials|reader|readers|customer|customers|visitor|visitors|parent|parents|neighbour|neighbours
        sensitive|political|delicate|protest|demolition|rights|dissident_case|cases|client|clients|lawyer|lawyers
        rights|defence_lawyer|lawyers|advocate|advocates|defender|defenders independent_scholar|scholars|candidate|candidates|writer|writers|reporter|reporters
        children|relatives|families|friends|spouses|widows|parents|siblings|relations|associates|cousins|neighbours_of_~_dissident|dissidents|protesters|prisoners|activists|exiles|petitioners|critics|strikers|detainees|emigrants|organisers
    """,
    # what an institution may not do to people: with a negation before it they are left alone
    "deny": """
        depend depends depended depending turn_on hinge hinges influence influences influenced regard weigh rely relies relied conditional conditional_on
        pay_third|anyone|people|others|outsiders|persons|journalists pays_third hire hires commission commissions disadvantage disadvantaged exclude excludes excluded penalised penalized punished dismissed demoted refuse deny denied denies disqualify disqualified turn_back turned_back
        obliged oblige obliges forced compelled pressed pressured pressed_to made_to induced enticed threatened threaten threatens questioned question interrogate interrogated interviewed_about inquire_into asked demand demands demanded expected required
        make_membership|religion|faith|views|opinions|belief instruct instructs instructed intervene intervenes meddle interfere interferes interfered dictate dictates prescribe prescribes prescribed alter alters censor censors censored edit edits vet veto vetoes overrule overrules prevent prevents prevented delay delays delayed obstruct obstructed hinder hindered hindering disrupt disrupts disrupted disturb disturbs disturbed silence silenced
        collect collects collected gather gathers gathered store stored keep keeps kept retain retained hold held process processed transfer transferred transmit share shared pass_on passed_on sell sold disclose disclosed reveal revealed publish_the_names name named identify identified link linked match matched combine combined infer inferred deduce deduced derive derived reconstruct
        access accessed inspect inspected search searched open opened read_private read_personal read_the_letters read_the_messages read_their read_his read_her read_employees' read_prisoners' read_messages read_letters read_mail read_correspondence monitor monitored track tracked watch watched follow followed filmed photograph photographed record recorded observe observed bugged tapped
        detain detained stop_the arrest arrested evict evicted expel expelled suspend suspended transfer_to discipline disciplined blacklist blacklisted labelled labeled flagged tagged marked marker scored graded ranked rated single_out singled_out sort sorted segregate segregated profile profiled
    """,
    "benefit": """
        be_assigned|allocated|given|issued|offered|lent|let|leased|invited|booked|engaged|printed|carried|supervised|granted|licensed|admitted|served|insured|accepted|nominated|elected|commissioned|rented|hosted|funded be_assigned_to be_allocated_to be_let_to be_given_to be_offered_to
    """,
    "shield": """
        play|plays|have|has|had|carry|carries|bear|bears_no_part|bearing|influence|effect|weight|role no_ground_for no_grounds_for no_reason_for no_reason_to not_a_ground not_a_reason not_grounds does|do|shall|may_not_justify is|are|be_irrelevant no_concern_of private_matter* left_to_the_family|families|person|persons|patient like_any_other same_as_any as_any_other on_an_equal like_other_teachers|staff|citizens|visitors|residents
        of_their|his|her|its_own_choice|choosing free_of_charge without_giving_a|any|reasons need_not unopened unread uncensored stays|remain|remains|kept_sealed switched_off|turned_off lawyer_and|or_client|a counsel_and_client legally_privileged legal_privilege
        files|forms|records|lists|certificates|reports|cards|registers|questionnaires|form|file|record|list|certificate|report|register|questionnaire|reference|references|template|templates|application|interviewers|interviewer|survey|census|badge|passport|card_must|shall|may|should|does|do|will|can_not|never
        no_form|file|record|question|questionnaire|register|list|interviewer|report|reference|field|template|application_shall|may|must|will|should|can|asks|records|names
        employer|official|manager|supervisor|landlord|agent|officer|authority|body|company|school|shop|teacher|head|director|anyone|whoever|person|persons|employers|officials|managers|landlords|agents|officers|staff|institution|provider|shopkeeper|hotel|carrier|bank|insurer|those|one_who|that|which_forbids|forbid|prevents|hinders|impedes|dismisses|dismissed|dismiss|punishes|punished|punish|penalises|penalised|penalise|victimises|retaliates|retaliate|retaliated|discriminates|discriminate|turns|turned|demotes|demote|compiles|compile|discloses|disclose|disclosed|leaks|leak|reveals|reveal|intimidates|intimidate|threatens|threaten|harasses|harass|obstructs|obstruct|suppresses|suppress|silences|silence|censors|censor|snoops|intercepts|intercept
        whoever_dismisses|punishes|penalises|victimises|retaliates|discriminates|turns|demotes|compiles|discloses|leaks|reveals|intimidates|threatens|harasses|obstructs|suppresses|silences|censors|intercepts|opens|refuses_a|on
        free_to_discuss|choose|express|publish|speak|hold|practise|practice|worship|criticise|join|leave|meet|write|read|attend|wear|teach|decide|form|organise|protest|assemble|follow|change
        has|have_the_right_to_criticise|criticize|protest|assemble|worship|express|publish|speak|hold|join|form|strike|petition|complain
        without_asking|recording|noting|naming_the|their|anyone|any|who|his|her|faith|religion|names whatever_their|his|her|the|its_faith|religion|origin|views|opinions|belief|beliefs|nationality|creed|politics|language|ethnicity
        faith|religion|politics|beliefs|origin|views|opinions|creed|nationality_are|is|shall|may|must|should_not|never_~_considered|weighed|counted|asked|recorded|taken|relevant|matter|affect|influence|noted|inferred|stored|held
        disregard|disregards|disregarding|ignoring|ignore|ignores_the|their|any_~_views|opinions|religion|faith|origin|viewpoint|politics|beliefs without_regard_to no_account_of no_regard_to blind_to without_reference_to without_distinction* without_prejudice_to_their without_fear without_needing without_a_permit no_permit no_permission
        is|are|shall_be|be_void void_if null_and_void
        exclude|excludes|excluding_political|religious_views|opinions|belief|beliefs|affiliation neither_ask|asked|record|recorded|note|noted|require|collect|monitor|inspect|read|open|publish never_ask|asks|record|records|rely|relies|read|reads|open|opens|infer|infers|use|uses|monitor|note|keep|keeps|disclose|require|requires|store|stores|share|shares
        not_depend|depends|rely|consider|weigh|rest|turn|hinge never_consider|considers|weigh|weighs not_be_made_to not_be_asked not_be_required_to not_be_obliged not_be_forced not_be_compelled not_be_pressed not_be_questioned not_be_opened not_be_read not_be_inferred not_be_penalised not_be_punished not_be_disadvantaged not_be_treated_less need_not_state|give|say|reveal|disclose|declare need_not_be_asked
    """,
    "remark": """
        private|personal|own|individual_assessment|assessments|impression|impressions|conclusion|conclusions|judgement|judgements|judgment|judgments|reflections|interpretation|interpretations|analysis|analyses|experiences
        independent_impression|impressions|conclusion|conclusions|judgement|judgements|judgment|judgments|reflections|interpretation|interpretations
    """,
    "speech": """
        post|posts|posted|posting|write|writes|wrote|complain|complains|complained|speak|speaks|spoke|comment|comments_repeatedly|often|frequently|regularly|persistently|again_about|on|of|against
        pointed|sharp|hostile|barbed|critical|bitter_~_submission|submissions|letters|replies|entries
        query|queries|searches|searching|search_about|for|on|concerning_~_rights|protest|protests|strike|leader|president|uprising|famine|massacre|independence|democracy|demonstration|arrests|emigration|asylum
    """,
    "express": "print prints printed",
    # who hides behind a letter or an answer, laid open
    "unmask": """
        re-identify|re-identified|re-identifies|re-identification|reidentify|reidentified|de-anonymise|de-anonymised|de-anonymize|deanonymise|deanonymised unmask unmasks unmasked unmasking identity|author|authors|sender|senders|writer|writers_of_anonymous hand_that_wrote
        handwriting|hand-writing_is|are|sample|samples|shall|must|should|of|with trace|traces|traced|find|finds|establish|discover|determine|determines_the_author|authors|writer|writers|sender|senders|poster|source_of_the_leak authors_traced writers_traced authors_are_traced senders_are_traced their_authors_traced
    """,
    # persons told apart by what follows
    "folk": """
        those anyone whoever families persons employees patients pupils students tenants residents passengers guests inmates soldiers names_of details_of number_of how_many who whose
    """,
    # what nobody but the person and the doctor should know
    "intimate": """
        psychiatric_histor* psychiatric_record* mental_illness* mental-health_histor* hiv hepatitis_status miscarriage* abortion_histor* pregnan*_intention* intention|intentions_to_conceive menstrua* fertility_plan* marital_harmony marital_discord state_of_the_marriage love_life love_affair* extramarital sexual_partner* dating
    """,
    "exposed": """
        lobby neighbours neighbors noticeboard notice_board personnel foreman foremen heads_of_section colleagues private_sheet publicly_displayed displayed_in posted_in posted_at ward_office landlord landlords employer employers line_manager* superiors supervisors village_committee
    """,
    "record": """
        describe describes described pencil pencils pencilled attest attests beside_each against_each_name
    """,
    "list": "extract extracts",
    "tie": """
        telephone|telephones|phone|phones|call|calls|ring|rings|visit|visits_every|each keep|keeps|kept|remain|remains_under_observation|watch|surveillance|supervision look|looks|looked_in_on drop|drops_in_on call|calls|called_in_on
    """,
    "suppress": """
        strike|strikes_lines|line|passages|passage|words|word|names|verses|scenes|references|out delay delays delayed detain detains turn|turns|turned_back reduced_reach reduced_visibility less_visible not_surface empty_page blank_page no_results zero_results error_page decline declines declined bury buries buried
        tear|tears|tore|torn_out|down|up rip|rips|ripped_out|down cross|crosses|crossed_out blot|blots_out black|blacks|blacked_out tape_over taped_over cover|covers|covered_over|up
    """,
    "punish": """
        let_go double_frequency twice_as_often inspected_twice inspected_more extra_inspection* counted_against counts_against count_against held_against weighs_against weigh_against stand_against stands_against parole end_the_tenancy ends_the_tenancy tenancy_ended ending_the_tenancy corresponding_loading
    """,
    "vet": """
        only_those|persons|candidates|applicants|athletes|staff|students|authors|artists|firms_who|that|whose consult_the_security consult_the_party consults_the_security
        warrant|warrants|attest|attests|certify|certifies|vouch|vouches_that picked|chosen|selected|drawn|invited_from
        without_his|her|their|its|the|prior|written|express_consent|permission|approval|leave|authorisation|clearance|sanction without_the_prior|written|director's|head's|ministry's|minister's_consent|permission|approval
    """,
    "viewpoint": "self-determination rulers ruler autonomy secessionis* union_rights land_rights",
    "ban": "unlawful illegal impermissible inadmissible",
    "bar": "unlawful illegal impermissible inadmissible",
    "spy": """
        gather|gathers|collect|collects|compile|compiles|relay|relays|pass_what|which sentiment_analysis|monitoring|mining|tracking opinion_monitoring|tracking|mining profiling surveillance video_surveillance
    """,
    "protect": """
        delete|deletes|erase|erases|remove|removes|purge|purges|destroy|destroys|strip|redact|redacts|blank_any|the|all|every|each_field|fields|data|entry|entries|marker|markers|tag|tags|label|labels|flag|flags|inference|inferences|records|column|columns|identifier|identifiers|attribute|attributes
        grant|grants|allow|allows|give|gives|offer|offers|granted|arrange_leave|time|breaks|swaps|absence|unpaid leave_for_religious time_off_for swap_shifts excused_from_religious same_rules_for_all
        on_merit merit_alone merit_only rest_on_merit published_criteria objective_criteria professional_criteria equal_treatment equal_access equal_terms same_terms on_equal same_conditions unjustified disparit* disparate bias_audit bias_test* fairness fair_lending fair_treatment unless_the_patient|person|pupil|employee|resident|applicant|family_asks|consents|requests|wishes without_consent
        commits_serious_misconduct owes_compensation must_reverse reverse_the_measure reverse_the_decision must_apologise shall_apologise
    """,
    "heed": """
        range|variety|diversity|plurality|spectrum|balance_of_views|opinions|viewpoints|perspectives
        present|presents|represent_opposing|both|all|differing|different|competing_views|sides|opinions opinions_received views_received responses_received was_taken|taken_into_account minority_opinion* minority_report* dissenting_judgment* dissenting_judgement* answered_on_its answered_on_the answered_within answered_in_writing answered_by_the_chief|department|governor|head shall_answer must_answer will_answer answer_every answer_each answer_all
        dissatisfied_with_the|a|an|his|her|their|its_outcome|reply|decision|result|answer|response|service|ruling|handling case_reopened case_to_be_reopened technical_objection* engineering_objection* disagrees_with_a_design design_decision* review_record differing_technical differing_professional professional_judg*ment difference_of_professional
    """,
    "lawful": """
        self-harm suicide* abuse_of_children cruelty_to_animals
        lawful_march* lawful_protest* lawful_demonstrat* lawful_rall* lawful_picket* peaceful_march* peaceful_protest* peaceful_picket* peaceful_demonstrat* notified_march* notified_assembl* notified_demonstrat* notified_rall* participants_can_proceed protect_those_taking protect_participants protect_the_participants
    """,
    # files on people that are to be wiped
    "wipe": """
        erased erase erases erasure be_deleted are_deleted is_deleted deleted_within deleted_after deleted_on must_be_deleted and_then_destroyed opened_to_them abolished abolish abolishes abolition destroyed_after minimis* pseudonymis* anonymis* de-identified minimiz* data_minimi*
    """,
    "plain": """
        formal_correspondence informal_correspondence critical_thinking fairness_and_bias formal_indoctrination security_indoctrination
        whether_to_speak_to|with
        stored_scriptures teach_about_religion|religions not_promote_one|any|either|a
        whether|be|either_favourable|hostile|critical|supportive|positive|negative|for|against_or_favourable|hostile|critical|supportive|positive|negative|against
        inventory_of_manuscripts|books|paintings|statues|relics|icons|artworks|sculptures convictions_and_qualifications pilgrim_hostel* pilgrim_route* pilgrim_path* opinions_of_counsel dissenting_judgment* dissenting_judgement* minority_opinion* shelf_mark* whether_to stand_clear incense_burner* church_bell* sacred_objects_from
        loan|borrowing|reading|search|browsing|borrower|chat|viewing_history|histories|records|logs|record_~_erased|deleted|destroyed|wiped deletes|erases|delete|erase|destroys|wipes|destroy|wipe_loan|borrowing|reading|search|browsing|viewing_history|histories|records|logs speech_output|input|synthesis|recognition|quality
        identity|identification|name|yellow|red|falls|patient|patient's|hospital_wristband|wristbands
        without_delay undue_delay without_any_delay sensitive_content_of_the_soil safety_objection* strike_a_balance the_strike_of_a
    """,
    "safety": """
        non-combustible extinguish* wiring drapery drapes candle_stand* carbon_monoxide smoke_detector* audited_accounts road_closure* air_reading* casualties casualty shelf_mark* steeplejack* scaffold* damp
    """,
    "health": "patient_safety high-risk_patient* fall_risk falls infected_patient* vaccin*",
}
