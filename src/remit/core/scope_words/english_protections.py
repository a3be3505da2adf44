"""English words by which a clause that protects people, or speaks of things, is told from one that pursues people.

Also the neighbours of such a clause that do lie outside. The classes and the signs are those of `english_words`.
"""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["ENGLISH_PROTECTIONS"]

_REFERENCE = """
    by_reference|regard_to_~_view|views|opinion|opinions|belief|beliefs|politics|religion|faith|viewpoint|viewpoints|affiliation|affiliations
    according_to_~_views|opinions|beliefs|politics|religion|faith|viewpoint|viewpoints
"""

ENGLISH_PROTECTIONS: Mapping[str, str] = {
    # who may be met with no condition for what they think
    "field": """
        by_reference_to_~_view|views|opinion|opinions|belief|beliefs|politics|religion|faith|viewpoint|viewpoints|affiliation|affiliations
        according_to_~_views|opinions|politics|viewpoint|viewpoints
    """,
    "abuse": _REFERENCE,
    "view": _REFERENCE,
    "viewpoint": _REFERENCE,
    "deny": "set|impose|attach_conditions|condition set_terms impose_terms",
    "shield": """
        not|never_appear|feature|figure|arise_~_interview|interviews|questionnaire|questionnaires|application|applications|form|forms
        not|never_be_raised|put|asked|included|printed|posed_~_interview|interviews|questionnaire|questionnaires|application|applications|form|forms
        no_question|questions_on|about|of_religion|faith|creed|belief|beliefs|ethnicity|race|origin|descent
        no_place_in_~_interview|interviews|application|applications|form|forms
    """,
    "bar": "not_free_to no_longer_free_to nobody_is_free_to no_one_is_free_to is|are|be|was|were_not_free_to is|are_no_longer_free_to",
    "protect": """
        free|freedom|liberty_to_question|challenge|criticise|criticize|test|speak|discuss|debate|write|teach|research|dissent|disagree|argue|advance|voice|examine|explore
        free|freedom|liberty_to_put_forward is|are_automatically_unfair is|are_unlawful unfair_dismissal
    """,
    "care": "grant|grants|allow|allows|give|gives|given|leave|time|accommodate|accommodates_~_observance|observances",
    "claim": "peer-review* peer_review_process peer_review_procedure*",
    "plain": """
        of_the_opinion_that inspector's|auditor's|expert's|surveyor's|engineer's|adviser's_opinion medical|legal|technical|professional|actuarial_opinion
        board|committee|council|meeting_shall|must|will|may_discuss person|party|operator|applicant|holder|undertaking_aggrieved
        aggrieved_person|party|applicant|operator|holder|undertaking take|takes|taking_account_of_the_views|opinion
        request|requests|seek|seeks|obtain|obtains|receive|receives|adopt|adopts|issue|issues|account|following|after|consider|considers|given|give|delivers_~_views|opinion_of_the_committee|commission|council|board|agency|authority|auditor|expert|inspector
        observance|observances_of|by st|nd|rd|th_march march_in_each|every|the|that_year funding_behind source|sources_of_funding
        critical|adversarial|growth|security|safety|learning|questioning|agile|attacker|defensive|engineering|quality|privacy|digital|innovation|service|entrepreneurial|open|curious_mindset
        critical_thinking_mindset security-first_mindset safety-first_mindset open_and_curious_mindset security_and_privacy_mindset
        methods|channels|tools|procedures|means|templates_and_messaging messaging_and_methods|channels|tools|templates|procedures
        instant|secure|text|email|e-mail|emergency|recovery|outage|alert|encrypted|mobile|voice|sms|electronic|unified_messaging
        messaging_service|services|system|systems|platform|platforms|queue|queues|protocol|protocols|gateway|gateways|server|servers|format|formats|standard|standards
        social_media_and_~_external|networking_site|sites social_media_sites_and_external social_media_~_external_site|sites posting_organizational_information
    """,
    # whoever questions what is laid down
    "belief": """
        observance|observances_of|by_fast|fasts|fasting|ramadan|lent|sabbath|prayer|prayers
    """,
    "dissent": """
        question|questions|questioned|questioning|doubt|doubts|doubted|doubting|challenge|challenges|challenged|dispute|disputes|disputed_~_doctrine|doctrines|dogma|orthodoxy|creed|teachings
    """,
    "punish": """
        placed|put_under_guidance|correction|tutelage|instruction sent_for_guidance|correction|re-education assigned_to_guidance
    """,
    "gathering": """
        group|groups|clubs|societies|associations|circles_that|which|who_meet|meets|gather|gathers|assemble_~_cause|causes|aims|views|politics|agenda
        group|groups|clubs|societies|associations|circles_that|which|who_meet|meets|gather|gathers|assemble_~_and_their|its_cause|causes|aims|views|politics|political|religious|agenda
        take|takes|took|taking_part_in_a|any|the_peaceful_protest|march|demonstration|assembly|rally|vigil|picket
        join|joins|joined|joining_a|any|the_peaceful_protest|march|demonstration|assembly|rally|vigil|picket
        attend|attends|attended|attending_a|any|the_peaceful_protest|march|demonstration|assembly|rally|vigil|picket
    """,
    "talk": """
        topic|topics|theme|themes|subject|subjects|content|contents|message|gist|text|tone_of_the|a|each|every|any|his|her|their_sermon|sermons|homily|homilies|khutbah|preaching|address
    """,
    "work": "film|films|documentary|documentaries|movie|movies|footage_may|shall|can|must|to_be_screened|shown",
    "piece": "film|films|documentary|documentaries|movie|movies|footage_may|shall|can|must|to_be_screened|shown",
    "express": "film|films|documentary|documentaries|movie|movies|footage_may|shall|can|must|to_be_screened|shown",
}
