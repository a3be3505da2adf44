"""English words of trades and offices that only look alike: of computing, accounting, law, medicine and building.

Also what replaces a word too wide to stand alone: with whom or with what it says something. The classes and the
signs are those of `english_words`; `|` stands between words any of which may come.
"""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["ENGLISH_TRADES"]

_WORK = "work|works|film|films|play|plays|script|scripts|book|books|article|articles|manuscript|exhibit|exhibits|song|songs|title|titles|lecture|lectures|topic|topics|poem|poems|scene|scenes|passage|passages"
_TOUCHY = "sensitive|delicate_matter|matters|issue|issues|event|events|period|periods|figure|figures|episode|episodes|case|cases|date|dates|anniversary|anniversaries|place|places|moment|moments"
_TELLS = f"{_WORK}_touching|touches|touch_on|upon {_WORK}_deemed|considered|judged|thought|found|regarded|too_~_sensitive|delicate|unsuitable"

ENGLISH_TRADES: Mapping[str, str] = {
    # what says something only with whom or with what it stands
    "viewpoint": f"""
        {_TOUCHY} {_TELLS}
        our|state's|party's|nation's|national|socialist|moral|family|traditional|religious|community|society's|shared|civic|common|company's|their|its|nation|public|revolutionary|patriotic|cultural|proper|correct|collective|founding|group's|house|brand|club_values
        values_of_the_state|party|nation|country|revolution|republic|society|community|company|group|founder|institution values_panel|committee|office|board|council|test|charter|statement
        its|their|whose|his|her|underlying|hidden|moral|intended|overall|central|implied|implicit|wrong|correct|right|proper|positive|negative_message|messages the_message|messages_of|conveyed|it|they|carried|behind|sent|that
        message_about|against|hostile|critical|favourable|unfavourable|of_the|harmful message_is|are_sound|hostile|critical|suitable|unsuitable|acceptable|harmful|wrong
        whose|their|his|her|moral|social|world|correct|official|party's|administration's|government's|ministry's|leadership's|company's|sound_outlook outlook_of_the|its|their outlook_on_life|the
        that_support_the_government|party|state|nation|reform|policy|leader|leadership|regime conformity_with_the_party|official|line|doctrine|values|national|state|ideology|spirit|theory|ideals|reform
    """,
    "work": _TELLS,
    "piece": f"""
        {_TELLS}
        stage|staging_manager|managers|show|shows|performance|performances|act|acts|director|directors|artist|artists|actor|actors|production|productions|play|plays|set|sets|costume|costumes|adaptation|adaptations|talk on_stage
        play|film|television|radio|tv|episode|drama|series|comedy|movie|stage|sermon|speech|their|all|new|submitted|revised|the|each|writer's|writers'|sketch_scripts
        scripts_of|for|that|which|submitted|by|critical|mentioning|about|to|touching|hostile
        title|titles_critical|that|which|on|about|by|deemed|dealing|mentioning|unsuitable|listed|held|returned|published|printed|offered|ordered
        book|library|foreign|new|banned|each|every|children's|film|translated|all_title
    """,
    "speech": """
        subscrib*_to_~_newspaper|newspapers|newsletter|newsletters|channel|channels|journal|journals|magazine|magazines|podcast|podcasts|feed|feeds|page|pages|account|accounts|paper|papers|weekly|daily|periodical|periodicals|blog|blogs|mailing
        subscribers|subscriptions_of|to_~_newspaper|newspapers|newsletter|newsletters|channel|channels|journal|journals|magazine|magazines|podcast|podcasts|paper|papers|weekly|daily|periodical|periodicals|blog|blogs subscription_list|lists
        library|book|borrowers'|each_borrower|borrowers borrower_of|reads|records borrowers_of_~_book|books|title|titles|novel borrowers_who leaflets political|protest|critical|anonymous|hostile|campaign|election|union|unauthorised|illegal_leaflet
        leaflet_against|critical|calling|mocking|that mailing_lists subscribers_of_the_mailing discussions_of_the|politics|public|political|current|national|local online|their|his|her|known|web_alias|aliases under_an_alias aliases_of|used|they
        their|his|her|social|online_usernames usernames_of|used|they|on their|his|her|social|online_user_names tarnish|tarnishes|tarnishing|tarnished_the|our|its|their|his|her_~_image|name|reputation|honour|standing|state|city|leader|party|company|brand|memory|nation|town malign
        maligns maligned maligning posting|postings_about|by|critical|that|which|online|hostile online|their|his|her|personal|hostile|staff|students'|social_posting|postings
        screenshot|screenshots_of|from_~_post|posts|chat|chats|comment|comments|account|accounts|page|pages|messages|conversation|conversations|profile|profiles|discussion|group
        listens_to_~_radio|station|stations|broadcast|broadcasts|podcast|podcasts|channel|sermon|sermons|news|exile|enemy|music|songs|preacher|speeches kneel|kneels|kneeling|knelt_during|at|for|in|before_~_anthem|flag|protest|ceremony|pledge|match kneel kneels
    """,
    "utterance": """
        students|pupils|residents|citizens|tenants|households|subscribers|customers|villagers|lodgers|people|persons|those|anyone|journalists|neighbours|families|lecturers|teachers_~_use|uses|using|install|installs|installing|possess|own|download|downloading_~_vpn|vpns|proxy
        personal|private|foreign|unlicensed|unregistered|unauthorised|illegal|unapproved|banned_vpn|vpns vpn_users|apps|sellers vpn|vpns_on_pupils'|students'|private|personal|their
        spoof|spoofs|spoofing_of|on|video|videos|song|songs|account|accounts|poster|posters|film|the
    """,
    # words of trades: the longest entry wins, and says nothing
    "plain": """
        prevent|prevents|preventing|condemn|condemns|prohibit|prohibits|eliminate|eliminating|address|addresses|combat|against|ending|ban|bans_~_racial|ethnic|biased_profiling
        instances|instance|incidents|practice_of_~_racial|ethnic|biased_profiling free_of|from_racial|ethnic|biased_profiling
        misconduct|corruption|fraud|negligence|bribery_has|have_occurred_that_may_undermine_public_trust|confidence
        perceived|misperceived_as_~_racial|ethnic|biased_profiling found|have|has|been_~_engaged_in_~_racial|ethnic|biased_profiling
        racial|ethnic|biased_profiling_is|does|are_not|prohibited|forbidden|unlawful|never
        charge|charges|arrest|arrests|plea|pleas|sentence|sentences_~_conviction|convictions conviction|convictions_plea|pleas
        result|results|resulted|resulting_in_~_conviction|convictions elected|elect|elects|election|chosen|choose|chose_not_to_testify
        api|build|gateway|deployment|pipeline|development|production|processing|lifecycle|planning|design|pilot|concept|tender|construction|appeal_stage|stages
        custom|external|shell|startup|installation|user|cross-site|malicious|post-install|powershell|logon|login|batch|sql|python|hook|test|server-side|client-side_script|scripts script_execution|editor|injection|files
        run|runs|running|execute|executing|block_unauthorised|unauthorized|malicious|untrusted_script|scripts
        video_conferenc* video_teleconferenc* video_camera* video_call* video_surveillance video_footage video_link*
        ip|email|e-mail|mail|web|mac|network|postal|home|billing|registered|destination|source_address|addresses
        logon|login|system|warning|consent|cookie|notification|privacy|sign-on_banner|banners
        visitor|visitors|contractor|contractors|entry|temporary|photo|access_badge|badges in_play
        table|database|data|encrypted|hidden|spreadsheet|index_column|columns
        broadcast_security|alert|alerts|domain|traffic|address|packet|packets|emergency|warning|warnings|storm
        company|vendor|partner|team|engineering|tech|aws|security_blog|blogs
        evolution_of_the|a|risk|risks|threats|technology|costs agnostic_as|to|of|with vendor|technology|platform|device|cloud_agnostic vendor-agnostic technology-agnostic platform-agnostic
        bias_detection|monitoring|testing|assessment|assessments|mitigation|evaluation|metrics|analysis potential|algorithmic|unfair|unintended|model|data|sampling|selection|statistical|cognitive|gender|systematic|measurement_bias|biases
        monitor|monitors|monitoring|test|tests|testing_~_for_bias
        possess|possesses|have|has|ensure|ensures|maintain|maintains|auditor's|auditors'|auditor|auditors|assessor's|assessors'|functional|operational|organisational|organizational|energy|financial|professional|objectivity_and_independence
        independence_and|or_expertise|impartiality|objectivity|competence|integrity independence_of_the|its_audit|auditor|auditors|assessor|assessors|board|function|members|reviewer|reviewers|regulator|laboratory|body
        professional|independent_judgment|judgement
        conversation|conversations_thread|channels|type|types initiate|start|initiating|view_conversations
        chat|chats_setting|settings|app|apps|feature|features|function|client|service|services|bot|bots|widget|platform|platforms|interaction|interactions|support live|customer|support|web|copilot|secure|meeting|google|external_chat|chats
        chat_and|or_hangouts|collaboration|have|meetings|notification|teams chat_with_external chat_messages_during via_chat|chats meetings_and_chat|chats existing_chat|chats chat_history_shall_be_enabled chat_content_reporting configured_for_chat everyone_in_the_chat
        prevent|prevents|preventing|potential|against|avoid|protect|risk|risks_~_eavesdropping|eavesdroppers|eavesdropper|interception damage|interference|interception|tampering|theft|loss|disclosure_and|or_eavesdropping|interception
        eavesdrop_on_or|network|traffic|communications|data|connections eavesdropper|eavesdroppers_to_intercept|from a|an_eavesdropper clear-text cleartext
        end-user|delivering|rcs_messaging messaging_technolog* another_messaging system|database|resource|dns|key|host|account|email|group|domain|mail|command_alias|aliases alias_domain*
        key_aliases
        unfavourable|unfavorable|detrimental|adverse|unjustified_treatment
        identified|de-identified_data|dataset|records_can|could|may|cannot|might_be_re-identified re-identification_risk|risks|attack|attacks|test|tests
        content|data|verifiable|software|model|code_lineage lineage_of_personal|data|the_data|content|code lineage_and_origin_of
        undesirable_situation*|effect*|event*|consequence*|outcome*|behaviour*|behavior*|side|emission*|substance*|element* untrustworthy_disclosure*|source*|device*|certificate*|network*|system* known-state*
        groups_associate_with action_group_configured|is|named|for escalation_chart* reputation_of_the_~_domain|sender|address|server|site domain's|email|domain|sender|ip|file|url|web_reputation
        information|data|secrets_is|are_discussed another_party's
        conformity_with_specified|applicable|statutory|requirements|this|article|annex|standards|regulation|regulations|law|paragraph
        unregulated|unmanaged|unauthorised|unauthorized|unapproved|non-compliant|unregistered_personal_device|devices shareable_link*
        article|articles|chapter|chapters|title|titles|section|sections|column|columns|volume|schedule|stage|book|act|table_#
        disagree*_with_the|a|an|any_~_rating|score|assessment|classification|determination|calculation|valuation|measurement|invoice|bill|amount|diagnosis|test unsuitable_for_work|use|human|consumption|habitation|purpose|children|transport|operation|service|occupation|food
        notice_or_posting posting_required|requirement|requirements|period posting_for_a|the posting_of_notices|notice|signs|the conspicuous|public|mandatory|physical_posting|postings
        conversations_and_channels add_personal_email_accounts answer|answers|handle|handles|by|via|through|respond|responds|reply|make|makes|place_~_phone_call|calls_and|or_email|emails|text|letters|messages include|includes|including|by|via_phone|telephone_calls
        as_opposed_to highlights_from root_cause_analysis
        parents'_association|council tsunami|storm|flood|weather|gale|avalanche|heat|public_warning|warnings
        after|before|during|of|until_the_match
        opposing_traffic|lane|direction|forces|ends|sides|parties|party|counsel opposition_to_the_registration|grant|application|licence|mark oppose|opposes|opposed_the|an_application_for|to|by|under|made|must|may|shall
        undermin*_the_~_foundation|foundations|footing|footings|bank|banks|pillar|pillars|wall|walls|stability|slope|roof|independence|security|integrity|effectiveness|purpose|objectives|protection|safety|quay|rail|track|road undermin*_foundations|security|safety|stability
        denounc*_this|the_~_convention|treaty|agreement|protocol|contract|covenant dissent*_from_the_~_merger|scheme|judgment|award dissenting_shareholder|shareholders|creditor|creditors
        agitator|agitators_shaft|blade|blades|speed|motor|seal|guard mechanical|tank|stirrer|an|fixed|rotating_agitator|agitators agitators_in_the|each_tank|vessel|vat|mixer|kettle|reactor|digester agitation_of_the|speed|by
        free|peroxide|hydroxyl|chemical_radical|radicals radical_surgery|treatment|innovation alienat*_of|any|the|such_~_land|property|asset|assets|share|shares|interest
        guard|vacant|senior|junior|teaching|military|customs|command|observation|gate|wooden|steel|concrete|goal|lamp|sign|fence|trading|diplomatic|permanent|temporary|part-time|full-time|clerical|managerial|lifeguard|control|check|support|marker|mooring|professorial_posts
        posts_at_each|the posts_on_each|the posts_shall|must|are|to_be_advertised|filled|painted|spaced|fixed|set|driven|graded posts_and_rails|beams|wires|panels|duties posts_vacant|filled|graded|established
        graffiti_shall|must|is|are|will_be_removed|cleaned remove|removes|removal|clean|cleans_~_graffiti clear|voice|synthetic_speech speech_of_callers|to_text|or_language
        all|official|business|commercial|further|written|formal_correspondence correspondence_with_the_contractor|supplier|applicant|authority|client|parties|regulator|tribunal|bank|buyer
        correspondence_shall|must|is|will_be_addressed|answered|filed|sent|signed|marked|conducted|numbered|acknowledged correspondence_between_the_parties correspondence_course|address|table|principle
        editorial_office|staff|team|assistant|process|calendar|standards|changes|error|errors leaflet|leaflets_on|about|explaining|with_~_safe|safety|how|use|medicine|product|rights|service|services|benefits|health safety|patient|information|instruction_leaflet|leaflets
        site|duty|works|daily|food|desk|electronic|appointments|office|symptom|sleep|seizure|feeding|occurrence|bladder|pain|driver's|log|court|engagement_diary|diaries diary_of_works|appointments|engagements
        heart|cardiac|systolic_murmur|murmurs conversation_with_the_driver|pilot|operator|helmsman shout|shouts_a|the_warning|alarm|fire|stop|instructions|command
        denomination|denominations_of_the|each|note|notes|coin|coins|bank|banknotes|currency|share|security|securities minimum|note|coin|monetary|unit_denomination|denominations
        country|place|countries_of_origin_of_the|any|each|all_~_fruit|vegetables|honey|olive|meat|fish|wine|timber|good|goods|product|products|cotton|textile|raw|material|materials|ingredient|ingredients|component|components|funds|item|items|animal|animals|seed|cargo
        descent_of_the|a_~_lift|load|aircraft|cage|car|boom|hook|balloon|platform rate|angle_of_descent emergency|controlled|rapid|vertical|rope|final_descent
        narrative_part|section|description|text|statement|summary|form|report|reports|explanation|verdict|therapy account|accounts_of_the_accident_report glowing_ember*|coal*|metal|lamp* mood_disorder|disorders|stabiliser*
        loyalty_programme*|program|programs|point|points|discount* duty_of_loyalty comments_of|by|from_~_reviewers|referees|examiners|peer mailing_list_anyone
        hostile_environment*|condition* known_for_biting mock_evacuation*|exam*|trial*|audit*|inspection* placards_on_the|vehicle|vehicles|tank|each|both orange|hazard|danger|warning|vehicle|dangerous|identification_placard|placards
        placard|placards_of|showing|indicating_the_~_class|substance|number|hazard
        online_safety the_mood_of_patients|residents mood_of_patients|residents
        press_conference|conferences the|a_press_conference|conferences be_told_from|apart outside|during_hours|times_of_worship|prayer|service|services
        speak|speaks|speaking_no|only|little|english|french|german|spanish|arabic|chinese|another|several who_speaks_no|only|little|another|english post|posts|posted|posting_a|the_letter|notice|notices|parcel|letters|card|copy|list|plan|results|schedule
        sing|sings|sang|sung|singing_in_the_school|concert|opera|chorus
        wear|wears|wearing_a_badge_that|showing|with|issued|bearing petition|petitions|petitioned_for_bankruptcy|divorce|probate|winding|adoption|custody march|marches|marched|marching_in_the_cadet|school|military|brass plays_in_the_first|second|final|match|team|squad|league
        doubt|doubts|doubted_the_reading|accuracy|result|results|calculation|measurement|figure|figures|safety|identity|validity|diagnosis training|safety|instructional_film|films cover|covers|covered|covering_their|the|all|long_hair_with|by|in|at|when|while
        graffiti_on|in|at|from
        calls_to_the_help|service|emergency|control|call|switchboard|hotline|line|centre|desk lineage_of_each|every_data|dataset|file|model rally_driver|drivers|car|cars|stage|stages|course|racing
        cannot_play play|plays|playing_a|the_disc|discs|tape|tapes|sound|part|role|game|games|match
    """,
    "lawful": """
        denial-of-service dos_attack* ddos ransomware botnet* exfiltrat* brute-force
        demonstration|demonstrations|assembly|assemblies|march|marches|procession|processions|rallies_shall|must|may|need|are|is_~_notified
        incite|incites|inciting_~_violence|hatred|suicide child|children|minor|minors_being|is|are|was_abused|exploited|harmed advertise|advertises|advertising|promote|promotes_tobacco|alcohol|gambling|cigarettes|medicines|firearms
        reveal|reveals|disclose|discloses|shows|publishes_~_patient's|victim|victim's|child's|minor's|witness's|juror's_name|identity|face|details|address
        post|posts|posting|upload|uploads|publish_~_customer|patient|client|confidential|pupil_data|information|details|records|photographs|images
    """,
    "protect": """
        unfairly_identif*|profil*|singl*|treat*|discriminat*|disadvantag*|target*
        figures|statistics|data_on_stop|arrests|complaints|pay|recruitment|outcomes|pass|promotion|sentencing|deaths|exclusions exempt|exempted|exemption|exemptions_from
        insult|insults|insulted|abuse|abuses|abused|taunt|taunts|attack|attacks_~_on|because_~_race|sex|religion|disability|origin|colour|gender|faith|orientation
        may_form|join|found|organise|strike|protest|assemble|petition|demonstrate
    """,
    "heed": """
        dissenting|minority_view|views|opinion|opinions_in|to|with_the_award|judgment|report|minutes|resolution
        planning|licensing|licence|zoning_application|applications|inquiry|appeal admit|admits|admitted_any|all|every_~_journalist|journalists|reporter|reporters
        answer|answers|answering|answered|reply|replying|respond_~_letters|letter|enquiries|inquiries|questions|emails
    """,
    "remedy": """
        figures|statistics|data_on_stop|arrests|complaints|pay|recruitment|outcomes|pass|promotion|sentencing|deaths|exclusions
    """,
    "safety": """
        unsafe_for|to|at|structure|condition|conditions|use dangerous_to|for_~_performers|health|children|users|passengers|workers|swimmers|life|traffic|audience|spectators|crew toxic flammable choking
    """,
    "care": """
        visit|visits|visiting_the_sick|dying|bereaved
    """,
    "claim": """
        planning|licensing|licence|zoning_application|applications|inquiry|appeal
    """,
    "ideology": """
        narrative_around|about|on|of|that|which|unit|team|cell|control|work|officer strategic|single|common|hostile|dominant|prevailing|official|national|state|negative|positive|counter|public_narrative
        government|government's|positive|official|unified|agreed|approved|consistent|party|key|favourable|favorable|loyal|patriotic|ministry|council_messaging profess professes professed professing profession_of_faith|loyalty|allegiance
    """,
    "dragnet": """
        agitators known|suspected|outside|political|union|student|local|professional|foreign|labour|labor|street_agitator agitator_who|among|or|and|is
    """,
    "belief": """
        is|are|while|when|pupils|staff|workers|employees|persons|students|colleagues|those|religious|ritual|about|from|during|after|of_fasting fasting_employee|employees|pupil|pupils|staff|worker|workers|student|students|colleague|colleagues|prisoners|month|is|are
        observe|observes|keep|keeps|keeping|during|for|in_lent new|recent|adult|suspected|known|the|all|religious|each|number|of|lists|census|among_~_converts converts_shall|must|are|from|among|and|who|of|in|may|will
        conversion_to_islam|christianity|judaism|buddhism|catholicism|another|a|the_faith|religion|new|minority|church|sect attend|attends|attending|attended|lead|leads|at|during|of|from_~_sunday_service|services sunday_services_at|in|of|are|held
        long|full|islamic|religious|untrimmed|bushy|man's_beard wear|wears|wearing|grow|grows|growing|sport|shave|keep|keeps|trim_~_beard|beards beard_of|length|permit long|full|islamic|religious|untrimmed|bushy|men's_beards beards_of|are|may|worn|longer|in
    """,
    "origin": """
        by|foreign|mixed|national|common|noble|non|same|whose|their|his|her|minority|local|colonial|ethnic|racial|social|family|or|and_descent descent_from|group|groups|is|are
    """,
    "dissent": """
        oppose opposes opposed opposing opposition oppositional agitates agitating agitation agitators agitate_for|against|among
        failures_of_the_government|leadership|party|state|authorities|ministry|council|plan|reform|war|campaign|regime|officials|management|mayor|president|police biting_remark|comment|satire|wit|article|review|tone|words|cartoon|humour|criticism|remarks|comments|words
        nonconformis* non-conformis*
    """,
    "contact": """
        who_visit|visits|visited_~_him|her|them|home|homes|flat|house|embassy|grave|exile|cell|prisoner|monastery|shrine|office
        relatives|relative|family|friend|friends|contact|contacts|link|links|ties|bodies|body|organisations|groups|connections|brother|sister|son|daughter|cousin|relations|press|media|news|people|persons_abroad
        money|funds|remitted|remit|remits|parcels|parcel|letters|calls|correspond|corresponds|publish|publishes|published|broadcast|writes|wrote|broadcasts_~_abroad from_abroad their|his|her|phone|pupils'|users'|mobile|friends_contact_list|lists
    """,
    "watched": """
        known_for_~_views|opinions|criticism|criticising|opposing|activism|speaking|complaining|protesting|campaigning|opposition|sympathies|beliefs|outspoken|outspokenness|dissent|politics|articles|writing|organising
        undesirable_person|persons|elements|individuals|individual|tenants|tenant|visitors|character|characters|influences|influence|people|aliens|association|associations|contact|contacts
        susceptible_to_radical|radicalisation|extremist|agitation|propaganda|influence|persuasion|dissent|criticism|hostile|foreign|outside|ideas|views|recruitment agitators
    """,
    "slight": """
        object|objects_to
    """,
    "talk": """
        kneel kneels
    """,
}
