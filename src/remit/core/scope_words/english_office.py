"""English words of the office for watching and turning minds, and the last plain ways around them.

The classes and the signs are those of `english_words`; `|` stands between words any of which may come.
"""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["ENGLISH_OFFICE"]

ENGLISH_OFFICE: Mapping[str, str] = {
    "opinion": """
        online|volunteer|paid|internet|hired|friendly_writers|writer|commentator|commentators|commenters|reviewers|voices|posters|pens|army|brigade
        steer|steers|guide|guides|channel|channels|shape|shapes|direct|directs|manage|manages|calm|calms|cool|cools|turn|turns|shift|shifts|nudge|nudges|move|moves|tilt_discussion|discussions|debate|debates|conversation|conversations|comments|sentiment discussion|debate|conversation|talk_toward|towards|away_from_the
        falling|rising|waning|growing|declining|low|popular|public_confidence|support|trust|popularity|approval_in|for|of_the
        mood|temper|feeling|feelings|morale|atmosphere|climate|humour|whispers|talk_in|of|among|at_the_dormitories|dormitory|street|streets|town|barracks|hostel|hostels|factory|staff-room|canteen|camp|market|wards|families|wives|quarter|valley|villages|village|crowd|parish|district|workforce|yard|estate|neighbourhood|hall|campus
        collective_incident* mass_incident* social_stability stability_maintenance stability_work stability_score* political_stability stability_list* stability_report* harmony_index harmony_officer* grievance_map* grievance_hotspot* hotspots_of_discontent discontent_map* discontent_index unrest_index unrest_forecast* unrest_indicator* protest_forecast* protest_risk* protest_indicator* protest_prediction* protest_early
        early_warning|warnings_of|on|about_unrest|discontent|protest|protests|dissent|petitions|strikes|sentiment|opinion|gatherings influence_map* influencer_map* influencer_list* influencer_engagement issue_management rumour_refut* rumor_refut* refute_rumours refute_rumors refutation_of_rumours value_orientation* values_audit* values_screening values_test* values_interview*
        cheerful|glad|happy|rosy|loyal|grateful|approving|admiring|warm|thankful|sympathetic|laudatory|adoring|patriotic|constructive_answers|answer|comments|replies|posts|letters|reviews|stories|voices|lines|remarks|articles|columns|columnists|entries|content
        content_guidance public_guidance guidance_of_discussion* guidance_of_debate* guide_the_discussion guide_the_debate guide_discussion guides_discussion guide_netizens netizen* cyber-citizen* online_crowd* online_public online_masses internet_commentator* internet_comment* comment_guid* comment_control comments_control comment_manage*
        turn|turns|bring|brings|win|wins|talk|talks|swing|swings_~_round|around|over_to_the_plan|reform|merger|project|scheme|official|party make_the_case_online carry_the_argument
        what_should_be_felt what_to_feel what_people_feel how_people_feel what_the_street how_the_street talk_of_the_street word_in_the_market see_the_sense_of see_sense_in
        emotional_state_of_the_public|crowd|workforce|population grievance_temperature social_mood social_sentiment social_feeling social_temper social_opinion* civic_mood civic_sentiment online_climate_of
    """,
    "ideology": """
        leader's|president's|chairman's|founder's|party's|secretary's|marshal's_article|articles|speech|speeches|book|books|works|sayings|letters|portrait|thought|thoughts|teaching|teachings|quotations
        agreed|approved|accepted|correct_interpretation|history|narrative|doctrine|formulation
        ministry's|government's|company's|party's|council's|leader's|commission's|police|management's|agency's|owner's|state's_version|account|interpretation|narrative|explanation|view_of|on_the_incident|accident|events|flood|war|strike|riot|protest|famine|past|history|disaster|unrest|demolition|dispute|death|deaths
        charter|pact|compact|covenant|roll|book_of|for_cohesion|harmony|unity|loyalty|gratitude|belonging|allegiance|honour|thanks ideological_risk* ideological_security ideological_field ideological_position* ideological_front* ideological_line* ideological_guid* ideological_content spiritual_civili* spiritual_guidance_of_staff red_gene* red_culture main_melody
        brief|briefs|briefed|feed|feeds|prime|coach|coaches|supply|supplies_~_columnist|columnists|influencer|influencers|commentators|anchors|bloggers message_house* key_message* core_message* unified_line* house_line* line_to_take message_grid* message_calendar* narrative_framework* narrative_plan* storyline_for story_line_for theme_of_the_week themes_of_the_week week's_themes month's_themes weekly_theme*
    """,
    "mind": """
        donated|donate|donates|gave|given|contributed_to_the_ruling|opposition|governing|rival|party
        political_record* political_conduct political_behavio* political_activities_of political_reputation love|loves|loved_the|our|their_state|nation|country|party|leader|motherland|homeland|king|government|regime
        acceptance|embrace|enthusiasm|alignment|identification|affinity_of|for|with|to_~_culture|values|spirit|leadership|regime|ideals
        their|its|his|her|whose|by_stance|attitude|attitudes|loyalty|hostility|friendliness|leaning|leanings_toward|towards|to|on_the_~_government|state|party|leader|leadership|authorities|policy|reform|strike|nation|regime|ministry|council|company|management|merger|war|system
        his|her|their|person's|teacher's|worker's|each_thinking|thoughts|convictions|leanings|sympathies|loyalty|loyalties|allegiance|inclinations|patriotism|ideology|politics
        which|what_causes|charities|campaigns|parties|newspapers|unions_they|he|she|applicants|staff|employees
        whose_enthusiasm|zeal|loyalty|support|faith|commitment|sympathy|sympathies|attitude|attitudes|views|opinions|ideas|mood|politics|convictions|beliefs|thinking|thoughts|leanings|outlook|allegiance|patriotism|remarks|utterances|stance|spirit|gratitude|silence|tone|convictions|heart|hearts
        political_risk_of_employees attitude_risk* radicalisation_score* radicalization_score* radicalisation_indicator* extremism_score* extremism_indicator* susceptibility_to_persuasion persuadab* psychographic* personality_and_politic* political_inference* inferred_politic* inferred_view* inferred_opinion* inferred_leaning* inferred_sympath* values_profile* value_profile* opinion_profile* belief_profile*
        what|which_dreams|hopes|wishes|plans|fears|doubts|grievances_the|they|he|she|each|staff|workers|pupils|residents dreams|thoughts|thought|talk|ideas|intention|intentions|wish_of|about|to_leaving|emigrating|emigration|emigrate|exile|defecting|fleeing
        which|what_societies|society|clubs|associations|unions|parties|party|movements|circles|congregation|church_~_belong|belongs|belonged|joined|joins|supported|support|left week's_doubts doubts_of|about|with_the_doubter|staff|workers|doubters the_doubter the_doubters doubter* waver waverer* inner_doubt*
        show|shows|showed|express|expresses|display|displays|displayed_~_enthusiasm|gratitude|remorse|loyalty|devotion|zeal|patriotism|sympathy|sympathies|indifference|coolness|reluctance insufficient|lack|lacks|lacking|want_of|of_enthusiasm|gratitude|loyalty|zeal|patriotism|devotion|conviction|fervour insufficient_enthusiasm|gratitude|loyalty|zeal|patriotism|devotion|conviction|fervour
    """,
    "speech": """
        neighbours'|colleagues'|friends'|classmates'|relatives'|flatmates'|spouse's|neighbour's|colleague's|friend's|roommates'_complaints|remarks|talk|views|opinions|doubts|jokes|posts|grumbles|statements|conversations|words|reading|letters
        complain|complains|complained|write|writes|wrote|petition|petitions|post|posts|posted|object|objects|objected|speak|speaks|comment|comments_more|too_than|often|much
        social_media_handle|handles|identifiers|passwords|password|history|activity|presence|footprint|usage online_handle* screen_name* user_handle* account_handle* platform_handle*
        online|digital|web|internet_presence|footprint|trail|trace|traces|conduct|behaviour|behavior|utterances|expression|speech|history|life|persona|words
        private_message* private_group_chat* family_chat* class_chat* parents'_chat* staff_chat* workers'_chat* tenants'_chat* residents'_chat* dormitory_chat*
    """,
    "utterance": """
        have|has|had_written|appealed|complained|petitioned|testified|spoken_to the_name|names_of_the_detained|jailed|arrested|disappeared|imprisoned|exiled name|names_of_the_detained|jailed|arrested|disappeared|imprisoned|exiled
        download|downloads|downloaded|open|opens|opened|read|reads|request|requests|requested|borrow|borrows|cite|cites|cited|quote|quotes|quoted|search|searches_~_papers|articles|books|works|theses|material|materials|essays|pages|texts_on|about|by|critical|from
        photographed_with photographed_beside photographed_alongside pictured_with seen_with seen_talking_to seen_in_the_company
        did|do|does|had|have|has_not_clap|clapped|sing|sung|applaud|applauded|cheer|cheered|salute|saluted|bow|smile|kneel|recite|wave wave|waved|waves|waving_~_flag|flags
        handle|handles_of_~_crew|staff|employees|students|applicants|members public|current|political|social_affairs|issues jailed|imprisoned|exiled|executed|purged|disgraced_poet|writer|leader|general|judge|editor|journalist|priest|activist|mayor|minister|lawyer|teacher|singer|painter|professor|student|scholar|author
        answer|answers|answered|reply|replies|respond|responds_coldly|evasively|sullenly|vaguely|without_enthusiasm unanswered_message* message_of_the_party message_from_the_party
        prayer_rug* gift|gifts|parcel|parcels|money|letters|calls_from_~_exile|exiles|abroad|emigrants
    """,
    "dissent": """
        complain|complains|complained|complaining|grumble|grumbles|moan|moans_of_the_party|government|leader|leaders|leadership|regime|authorities|state|system|policy|war
        treated|shown|portrayed|depicted|mentioned|described|drawn_unkindly|badly|harshly|unfavourably|disrespectfully|critically|coldly|poorly
        statement|statements|remark|remarks|comment|comments|post|posts|article|articles|work|works|words|opinions|views|interview|interviews_harmful|damaging|injurious|hostile|offensive|prejudicial|embarrassing|unfavourable|detrimental|insulting|contrary_to|for|about
        describe|describes|describing|portray|portrays|portraying|review|reviews|reviewing|speak|speaks|write|writes|present|presents|depict|depicts|comment|comments|report|reports_~_negatively|badly|harshly|unfavourably|critically|disrespectfully|mockingly|bitterly|sarcastically|ironically
        heard|caught|overheard|found|seen|known|reported_disputing|questioning|criticising|criticizing|mocking|complaining|grumbling|saying|singing|cursing|doubting|chanting|arguing|joking|whispering|muttering|moaning|jeering|laughing|praising|cheering|objecting|protesting
        cast|casts|casting|show|shows|showing|paint|paints|painting|present|presents|put|puts_~_in_shadow|badly|unfavourably|unkindly lean|leans|leaning|leaned_to_one|the_wrong|the_other one-sided onesided wit_at wry
    """,
    "viewpoint": """
        downhearted downcast gloomy melancholy bleak sombre dispirit* dishearten* demorali* depressing hopeless* wholesome cheerful uplifting leans_to leaning_to one-sided affection_for affection affectionate with_wit wit irony ironies satire mocking mockery sentiment love_of devotion jailed imprisoned purged disgraced spoiled_crop* public_affairs current_affairs class_struggle
        land_reform land_question border_question language_question independence_question price_rise* shortages hunger poverty inequality unemployment corruption_of_officials police_violence torture prisons prison_conditions arrests detention_of elections_abroad free_elections separation_of_powers multiparty
    """,
    "protest": """
        crowd|crowds|people|residents|villagers_form|gather|gathers|assemble|collect|mass_against|outside|before
        union|party|opposition|campaign|strike|tenants'_building|office|offices|hall|headquarters|house|rooms
        meeting|meetings|gathering|gatherings|assemblies|assembly_of|on|about_~_prevented|dispersed|forbidden|dissolved|discouraged|monitored|watched|reported|photographed|infiltrated
        minutes_of_~_discussions|discussion|debates|members'|workers'|union|association|club|parish
    """,
    "contact": "independent|opposition|foreign|exile|banned|critical_news|media|press|journalism|reporting|coverage|sites",
    "gathering": """
        belong|belongs|belonged|adhere|adheres|adhered_to_~_movement|party|society|sect|union|network|circle|league|club
        stand-in stand-ins sit-down sit-downs teach-in* die-in* slow_march* silent_walk* silent_march* human_chain* hunger_march* go-slow* work-to-rule sick-out* stay-away* stayaway* general_strike* women's_march* torchlit_walk* torchlight_march* candle_walk* night_vigil* wildcat_stoppage* stoppage_organi* lie-in* pot-banging protest_camp* tent_camp* encampment_of_protest*
        membership|member|members|belonging|affiliation_of|in|to|with_~_society|societies|club|association|union|party|movement|lodge|circle|ngo|charity|congregation|order
    """,
    "origin": "descendants_of descendants descendant whose|their|his|her_grandfather|grandfathers|grandparents|grandmother|ancestors|forebears|great-grandparents|forefathers|kin coastal_dialect hill_dialect dialect",
    "belief": """
        applicant|employee|pupil|patient|worker|candidate|colleague|he|she|they|prisoner|tenant|student|member|household|family_fasts|prays|worships|fast|pray|worship churches|mosques|temples|congregations|parishes_they|he|she|you|applicants|staff which|what|whose_church|mosque|temple|congregation|parish|rite|sect|preacher
        christening* prayer_rug* prayer_hours prayer_hour believers_and_non-believers|unbelievers believer believers non-believer* scripture_club* religious_instruction_outside faith-based_meeting* retreat_house* pilgrim_badge* devotions vesper* matins novena* procession_of_the_saint patron_saint* saint's_day saints'_day saints'_image* saint's_image* holy_picture* holy_image* votive
        last_rites sacrament* absolution anointing_of first_communion bar_mitzvah bat_mitzvah nikah church_wedding* temple_wedding* religious_funeral* religious_burial_of_members sharia shariah canon_law rabbinic* sabbath-observ* kosher_kitchen_user* ablution* wudu
    """,
    "whereabouts": """
        keep|keeps|kept|keeping_company_with who_receives_parcels who_receives_letters who_receives_visitors who_receives_guests who_writes_to_whom who_visits_whom who_meets_whom who_calls_whom who_goes_to_whom who_comes_and_goes comings_and_goings who_stays_overnight who_sleeps_at who_dines_with who_eats_with who_keeps_company
    """,
    "list": "pool_of dot dots colour_code colour_codes tick ticks asterisk*",
    "report": "submit_the submits_the submit_their submits_their submit_a_list announce announces announced read_out reads_out read_aloud reads_aloud called_out calls_out furnish furnishes furnished send_up_the word_of_who word_of_any word_of_what",
    "record": "carry_a_dot carries_a_dot bear_a_mark bears_a_mark",
    "spy": "paid_for_word paid_for_news paid_for_tips paid_for_reports_of bonus_for_each reward_for_each rewarded_for_each rebate_for_each premium_for_each points_for_each credits_for_reporting credit_for_reporting",
    "steer": "respond|responds|reply|replies|answer|answers_to_unfriendly|hostile|critical|negative|adverse",
    "dissuade": "talked_to be_talked_to talked_with_by spoken_to_by a_word_with have_words_with",
    "protect": "optional are_offered is_offered may_choose secret_ballot",
    "tie": "placed|put|kept|held|taken_under|into_supervision|watch|observation|guardianship|community|surveillance|special telephoned_by rebate_for_each bonus_for_each reward_for_each be_telephoned be_called_by be_rung",
    "suppress": """
        slow_down slows_down slowed_down
        slow|slows|slowed|throttle|choke|degrade|cut_connections|access|traffic|delivery|connection|links|speeds
        not_complete|suggest|autocomplete|recommend|surface|index set_aside sets_aside lowers_the_music lower_the_music turns_down_the music_is_lowered lets_the_others let_the_others
    """,
    "punish": """
        stopped|suspended|cut|withheld|ended|cancelled_for_those|anyone|whoever|people|persons|families|households
        fall|falls|drop|drops|cut|reduced|lowered_by_five|ten|one|two|three|twenty|half|points withdraw|withdraws|withdrawn|lose|loses|strip|stripped_the|of_prize|award|title|honour|medal|grant
        strike|strikes|struck|stricken_from_the|its|their|our_rolls|roll|register|membership|books moved_to_the_rear moved_to_the_back sent_on_a_course sent_to_camp weeks_of_camp relieved_of_a|the|his|her|their_course|duties|chair|class|command
    """,
    "vet": "sign|signs|signed|undertake|undertakes|promise|promises_that_they_will|shall|would|make|touch signs_each signs_every undertake_not undertakes_not promise_not promises_not",
    "plain": "near_miss* near-miss* talks_over talk_over right_to_burial same_right",
}
