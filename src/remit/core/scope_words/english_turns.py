"""English words that turn a clause: how somebody took part or held back, what is lost by it, and what guards them.

The classes and the signs are those of `english_words`.
"""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["ENGLISH_TURNS"]

_PROTESTS = """
    demonstration|demonstrations|protest|protests|rally|rallies|march|marches|strike|strikes|vigil|vigils|picket|pickets|sit-in|boycott|boycotts
"""
_TOOK_PART = f"participation|attendance|involvement|presence|part_in|at_~_{_PROTESTS.strip()}"
_UNAPPROVED = """
    unapproved|unauthorised|unauthorized|unlicensed|unpermitted|unofficial|unsanctioned_commemoration|commemorations|vigil|vigils|gathering|gatherings|assembly|procession|processions|memorial|rally|demonstration|meeting
"""

ENGLISH_TURNS: Mapping[str, str] = {
    "utterance": """
        commenting|speaking|writing|posting|complaining_publicly|openly commenting|comment|comments|speak|speaks_publicly_on|about
        dissuade|dissuades|discourage|discourages|deter|deters_~_from_commenting|speaking|writing|posting|complaining
        news_articles|pages|sites|programmes|channels|stories_they|he|she|employees|staff_read|reads|visit|visits|watch|watches|open|opens articles|pages|sites|programmes|channels|stories_they|he|she_read|reads|visit|visits|watch|watches
        publicly|openly|vocally_call|calls|called|calling|campaign|campaigns|speak|speaks_for|on|against|to
        refusal|refusing|refuses|refused|unwillingness|failure_to_join|sign|take|swear|recite|repeat|make_~_pledge|oath|vow|declaration|salute
        put|puts|putting|added|add|adds|lent|lend_their|his|her_name|names|signature|signatures|support_to
    """,
    "dissent": """
        refuse|refuses|refused|decline|declines|declined|fail|fails_to_sign_~_of_support|loyalty|allegiance|solidarity
        attribute|attributes|ascribe|ascribes|blame|blames_~_to_government|official|state|party_failings|failures|mistakes|incompetence|corruption
        blame|blames|blamed|blaming_the|our_government|authorities|ministry|party|state|governor|leadership
        anonymous_pamphlet|pamphlets|leaflet|leaflets|poster|posters|letter|letters|article|blog_against|criticising|criticizing|mocking|attacking|denouncing
        those|persons|anyone|members|villagers|electors|shareholders_voting|vote|voted_against contradict|contradicts|contradicting_the_official_narrative persons|people|residents|citizens|those_objecting|object|objected_to_the_policy|plan|reform|decision|project denigration|disparagement|mockery_of_the_~_doctrine|nation|leader|party|flag|anthem|state spoken|speak|speaks|talk|talks_of_badly|ill|harshly
        endorse|endorses|endorsed|endorsing|support|supports|supported|back|backed|campaigned_~_opposition|rival|independent_candidate|candidates|party|list|movement endorse|endorses|endorsed|endorsing_a|any|another_candidate revisionist|heterodox|unorthodox|contrarian_interpretation|interpretations|history|histories|account|accounts|reading|readings|scholarship find|finds|finding|found_fault_with_the_country|government|state|nation|authorities|party|ministry|leader|leadership|administration dispute|disputes|disputed|question|questions|contradict|contradicts|doubt|doubts_the_~_findings|conclusions|report|verdict|account|version_of_the_official|government's|party's|state fault|faults|faulting|faulted_a|any|the_public|official|state_body|bodies|authority|authorities|office
        no-confidence_motion no-confidence_vote no-confidence_petition motion_of_no_confidence vote_of_no_confidence
        advocating|advocate|advocates|advocated_repeal|reform|abolition|independence|secession
        sympathy|sympathies|sympathetic|nostalgia|admiration|support_for|to|towards_~_dissolved|banned|outlawed|exiled|former|rebel|opposition|separatist
        group|groups|organisation|organisations|organization|organizations|parties|clubs|persons|those_advocating|agitating|pressing|campaigning_for|against|repeal|reform|change|independence|the
    """,
    "watched": """
        sensitive|unstable|restive|discontented_individuals|individual
        prominent|active|vocal|outspoken|influential_in_~_campaigning|campaign|campaigns|activism|protests|movement|movements|cause|causes|agitation
        subject|subjects|person|persons|individual|individuals|family|families|tenant|tenants|pupil|pupils_of_concern
    """,
    "complainer": """
        persistently|repeatedly|habitually|constantly_lodge|lodges|lodged|petition|petitions|write|writes|appeal|appeals|raise|raises_~_grievances|grievance|petitions|letters|appeals|authorities|officials
    """,
    "spy": "intelligence_on|about|concerning under_~_observation take|takes|taking|took_account_of_intelligence",
    "vet": """
        satisfy|satisfies|satisfied_himself|herself|themselves|itself_that_the|each|any|every_speaker|author|candidate|performer|guest|lecturer
        taken_into_account_when_~_bonus|bonuses|promotion|promotions|pay|posts|awarded limited_to_~_approved|official|authorised_outlet|outlets|source|sources|media
        obtain|obtains|seek|seeks|secure_~_consent|clearance|approval|permission_before_printing|publishing|airing|running|broadcasting
        take|takes|taking|took_account_of_intelligence unless_~_conclusions|findings|results|tone|verdict_~_favourable|favorable|positive|supportive|acceptable|flattering
    """,
    "viewpoint": """
        defended|defends|held|holds|taken|voiced|advanced|expressed_position|positions|stance|views_at_odds|variance_with_national|official|government|party|state
        position|positions|stance|stances|views|line_at_odds|variance|odds_with_national|official|government|party|state|established_policy|line|position|doctrine
        convey|conveys|express|expresses|carry|carries|breathe_despondency|pessimism|discontent|despair|resentment|bitterness|gloom despondency
        unless_~_conclusions|findings|results|tone|verdict_~_favourable|favorable|positive|supportive|acceptable|flattering
    """,
    "talk": """
        voice|voices|voicing|air|airs|airing|utter_opinions|views|opinion|thoughts_on|about_public|political|current|national_affairs|events|matters|issues
        debate|debates|discussion|discussions|talks|conversation|conversations_on|about|of_~_change|reform|constitution*|politics|independence|secession|succession|regime
    """,
    "express": """
        gather|gathers|gathering|meet|assemble|congregate_for|in_worship|prayer|prayers
        is|are|be|being_permitted|allowed_to_hold|discuss|debate|criticise|criticize|sing|display|gather|meet|speak
    """,
    "field": """
        record|note|log|photograph|report|list_any|all|the_religious|political|ethnic_objects|symbols|books|items|images|material|materials
        which|what|whether_~_seek|seeks|attend|attends|request|requests|want|wants_religious|spiritual_counsel|services|advice|guidance|care
    """,
    "contact": """
        belong|belongs|belonged|belonging_to_~_circle|circles|network|networks|fellowship
        of|on_their|his|her_contacts|associations|associates|friendships|acquaintances contacts_and_community|family|social_ties
    """,
    "wipe": "delete|deletes|erase|erases|destroy|destroys|purge|purges_~_loan|borrowing|search|browsing|reading_history|histories|records|logs",
    "own": "radio|television|website|web|press|email|text|newspaper|newspapers_and|or_social_media",
    "opinion": """
        complaint|complaints|grievance|post|posts|criticism_~_goes|going|went|go_viral
        grievance|grievances|complaint|complaints|discontent|criticism|anger_~_gain|gains|gather|gathers|attract|attracts_currency|traction|ground|momentum|followers|online
        shift|shifts|sway|sways|mould|moulds|mold|molds|nudge|nudges|swing|swings|soften|softens_~_opinion|sentiment|mood|attitudes
    """,
    "belief": """
        households|families|villagers|residents|prisoners|pupils|students|persons|people|workers|inmates_that|who|which_have_converted
        have|has|had|recently|newly_converted_to_a|another|the|any_faith|religion|church|sect
        gather|gathers|gathering|meet|assemble|congregate_for|in_worship|prayer|prayers
        adhere|adheres|adhering|belong|belongs|subscribe|subscribes_to_~_fellowship|sect|creed|movement|brotherhood|congregation|faith|cult
        unlawful_preaching unlawful_worship unlawful_sermon* unlawful_prayer* illegal_preaching illegal_worship illegal_sermon*
        underground_church* underground_congregation* unregistered_preacher* unregistered_church* unregistered_worship
    """,
    "gathering": f"debating|philosophy|discussion|reading|literary_circle|circles|society|societies|club|clubs donation|donations|contribution|contributions_to_~_opposition|party|parties|candidate|candidates|campaign|campaigns participant|participants|marchers|those_in|at_~_march|marches|demonstration|demonstrations|protest|protests|rally|vigil {_TOOK_PART} {_UNAPPROVED}",
    "protest": f"donation|donations|contribution|contributions_to_~_opposition|party|parties|candidate|candidates participant|participants|marchers|those_in|at_~_march|marches|demonstration|demonstrations|protest|protests|rally|vigil no_employee|member|official|worker|teacher|student|pupil|officer_may|shall_attend|join_a|any_rally|march|demonstration|protest {_TOOK_PART} {_UNAPPROVED}",
    "suppress": """
        to_be_played|toned|talked_down
        dissuade|dissuades|discourage|discourages|deter|deters_~_from_commenting|speaking|writing|posting|complaining|protesting
        are_not_to_be_performed|shown|sung|played|exhibited|staged|screened
        soften|softens|softened|dilute|dilutes_passages|passage|lines|wording|scenes|remarks|sentences
        contain|contains|contained|carry|carries|include|includes_no_passage|passages|reference|references|mention|line|lines|scene|scenes|word|words|image|images
        not|never_let|rent|hire|lease|lend|open_~_room|rooms|hall|halls|premises|space|venue|venues_to_~_group|groups|organisation|organisations|party|parties|persons|speaker|speakers
    """,
    "punish": """
        reserved_for_~_whose|who goes|going|went_viral_the_head
        not|never_disburse|pay|grant|award|renew|release_~_benefit|benefits|allowance|allowances|grants|pension|pensions|subsidy|subsidies|bursary|scholarship_to_~_who|whose
    """,
    "ideology": """
        topics|stories|themes|issues|subjects_to_be_played|toned|talked_down|up
        mistaken|wrong|erroneous|incorrect|deviant|unhealthy_~_currents|trends|tendencies|notions|thought|thinking currents|trends_of_thought
    """,
    "dissuade": """
        undertake|undertakes|undertaking|promise|promises_in_writing_that|not no_employee|member|official|worker|teacher|student|pupil|officer_may|shall_attend|join_a|any_rally|march|demonstration|protest|meeting_outside no_employee|member|official|worker|teacher|student|pupil|officer_may|shall_attend|join_a|any_rally|march|demonstration|protest
    """,
    "origin": """
        owner's|tenant's|worker's|guest's|resident's|applicant's|lodger's|driver's|his|her|their_place_of_origin community_ties
        whose_grandparents|parents|ancestors|forebears|family_~_nationality|race|descent|birth|stock|ethnicity majority_nationality bearded_or_veiled veiled_passenger* veiled_women bearded_men
    """,
    "mind": """
        forbidden|banned|prohibited|outlawed_doctrine|doctrines|ideas|ideologies|ideology|literature|teaching|teachings|writings|views|opinions|theories|thought
        their|his|her_view|views|opinion|opinions|assessment_of|on_current|public|national|political_events|affairs
        unsettled|wavering|unsound|backward|doubtful|confused|disloyal|negative_outlook|outlooks|mentality|convictions
        interested_in_~_doctrine|doctrines|ideology|ideologies|heterodox|dissident|banned|forbidden
        subscribe|subscribes|subscribed|subscribing|adhere|adheres|drawn_to_~_theory|theories|doctrine|doctrines|ideas|ideology|ideologies
        declaration|pledge|statement|letter|address|oath_of_support|loyalty|allegiance|solidarity_for|to|with_the|our_government|party|state|leader|leadership|president|governor|regime|administration
        whom|which_party|which_candidate_they_would|will|intend_support|to_support|vote|back asked_whom_they_would_support
    """,
    # what guards people, or speaks of things
    "protect": """
        persecution
        nothing_in_this_~_prevent|prevents|restrict|restricts|limit|limits|prohibit|prohibits|preclude|precludes|stop|stops|affect|affects
        can|may|to_express|voice|state|put_~_views|view|opinions|opinion_without|freely without_interruption|hindrance|reprisal|reprisals|retaliation
        visible_identification identification_number*
    """,
    "shield": "not|never_take|taking|taken_into_account_the|any|a|an|his|her|their|political|religious",
    "claim": """
        minute|minutes|minuted_the_views|comments|objections_of
        signatures_on_a|the|each|every_petition_shall|must|will_be_counted|verified|checked|validated
    """,
    "lawful": "save|except|without|unless|only_~_judicial|court's|magistrate's_authorisation|authorization|warrant|order",
    "care": """
        given_the_opportunity_to_attend visits_from_a_minister minister_of_their_faith attend_worship_and_to_receive
        withdraw|withdraws|withdrew|withdrawn_~_religious_instruction|education|lesson|lessons|assembly|class|classes|worship
        respect|respects|observe_the_burial|funeral|mourning_customs|rites|practices
    """,
    "safety": """
        count|counts|counting_persons|people|visitors|worshippers|attendees_entering|leaving|present|admitted
        flashing|strobe|strobing_image|images|light|lights decibel* db noise|sound_level|levels explosives|explosive|powder|ammunition_magazine|magazines
    """,
    "plain": """
        lodges|lodge|lodging_a_petition toys|products|animals|patients|machines|equipment_under_observation loyalty_card_points loyalty_card* comments|messages|posts|mails_carrying_links carrying_links_to_malicious editorial_independence speech_and_language country_of_origin_of_~_meat|goods|product|products|food brief|briefs_the_press reasonable_belief_that
        render|interpret|translate_the_party's|parties' exhibition|consultation|inspection|display|notice|objection_period hostile_drone|drones|aircraft|vessel|vehicle|actor|actors|code|network|takeover|bid|environment|takeovers persecution_for|on|because_~_belief|beliefs|opinion|opinions|views|race|religion publish|publishes|published_~_results|statistics|figures|tables_on|about_religion|ethnicity religious|ritual|halal|kosher_slaughter* expressive|receptive_language patient|product|information|package|medicine_leaflet|leaflets|insert|inserts unlawfully|illegally|wrongly|improperly_collected|processed|recorded|kept|held_~_political|religious|philosophical_opinions|beliefs|views|opinion|belief|affiliation
        from_editorial_opinion|comment|matter|content sponsored_content amplified_music|speech|sound|voice|voices music_or_speech speech_or_music
        not_speak|talk|converse_to|with_passengers not_suspected_of_any|an|a whom|who_they_meet_on|in_official consumer|business|economic|investor|market_sentiment
        telephone|phone_conversation|conversations|call|calls_relating|related_to_~_order|orders|transaction|transactions
        relevant|criminal|previous|prior|spent|unspent_convictions|conviction borrower|reader|member|user_asks|requests_otherwise patient|patients|calf|cattle|animals_under_observation the_sentiment_index the_sentiment_indicator supply|supplies|provide|provides_textbooks|books|materials
    """,
    "theme": """
        topics|stories|themes|issues|subjects|news_to_be_played|toned|talked_down|up
    """,
}
