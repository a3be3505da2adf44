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
        publicly|openly|vocally_call|calls|called|calling|campaign|campaigns|speak|speaks_for|on|against|to
        refusal|refusing|refuses|refused|unwillingness|failure_to_join|sign|take|swear|recite|repeat|make_~_pledge|oath|vow|declaration|salute
        put|puts|putting|added|add|adds|lent|lend_their|his|her_name|names|signature|signatures|support_to
    """,
    "dissent": """
        no-confidence_motion no-confidence_vote no-confidence_petition motion_of_no_confidence vote_of_no_confidence
        advocating|advocate|advocates|advocated_repeal|reform|abolition|independence|secession
        sympathy|sympathies|sympathetic|nostalgia|admiration|support_for|to|towards_~_dissolved|banned|outlawed|exiled|former|rebel|opposition|separatist
        group|groups|organisation|organisations|organization|organizations|parties|clubs|persons|those_advocating|agitating|pressing|campaigning_for|against|repeal|reform|change|independence|the
    """,
    "watched": """
        prominent|active|vocal|outspoken|influential_in_~_campaigning|campaign|campaigns|activism|protests|movement|movements|cause|causes|agitation
        subject|subjects|person|persons|individual|individuals|family|families|tenant|tenants|pupil|pupils_of_concern
    """,
    "complainer": """
        persistently|repeatedly|habitually|constantly_lodge|lodges|lodged|petition|petitions|write|writes|appeal|appeals|raise|raises_~_grievances|grievance|petitions|letters|appeals|authorities|officials
    """,
    "spy": "intelligence_on|about|concerning under_~_observation take|takes|taking|took_account_of_intelligence",
    "vet": "take|takes|taking|took_account_of_intelligence unless_~_conclusions|findings|results|tone|verdict_~_favourable|favorable|positive|supportive|acceptable|flattering",
    "viewpoint": "unless_~_conclusions|findings|results|tone|verdict_~_favourable|favorable|positive|supportive|acceptable|flattering",
    "talk": "debate|debates|discussion|discussions|talks|conversation|conversations_on|about|of_~_change|reform|constitution*|politics|independence|secession|succession|regime",
    "express": "is|are|be|being_permitted|allowed_to_hold|discuss|debate|criticise|criticize|sing|display|gather|meet|speak",
    "field": """
        record|note|log|photograph|report|list_any|all|the_religious|political|ethnic_objects|symbols|books|items|images|material|materials
        which|what|whether_~_seek|seeks|attend|attends|request|requests|want|wants_religious|spiritual_counsel|services|advice|guidance|care
    """,
    "contact": "of|on_their|his|her_contacts|associations|associates|friendships|acquaintances contacts_and_community|family|social_ties",
    "wipe": "delete|deletes|erase|erases|destroy|destroys|purge|purges_~_loan|borrowing|search|browsing|reading_history|histories|records|logs",
    "own": "radio|television|website|web|press|email|text|newspaper|newspapers_and|or_social_media",
    "opinion": "shift|shifts|sway|sways|mould|moulds|mold|molds|nudge|nudges|swing|swings|soften|softens_~_opinion|sentiment|mood|attitudes",
    "belief": """
        adhere|adheres|adhering|belong|belongs|subscribe|subscribes_to_~_fellowship|sect|creed|movement|brotherhood|congregation|faith|cult
        unlawful_preaching unlawful_worship unlawful_sermon* unlawful_prayer* illegal_preaching illegal_worship illegal_sermon*
        underground_church* underground_congregation* unregistered_preacher* unregistered_church* unregistered_worship
    """,
    "gathering": f"{_TOOK_PART} {_UNAPPROVED}",
    "protest": f"{_TOOK_PART} {_UNAPPROVED}",
    "suppress": """
        contain|contains|contained|carry|carries|include|includes_no_passage|passages|reference|references|mention|line|lines|scene|scenes|word|words|image|images
        not|never_let|rent|hire|lease|lend|open_~_room|rooms|hall|halls|premises|space|venue|venues_to_~_group|groups|organisation|organisations|party|parties|persons|speaker|speakers
    """,
    "punish": """
        not|never_disburse|pay|grant|award|renew|release_~_benefit|benefits|allowance|allowances|grants|pension|pensions|subsidy|subsidies|bursary|scholarship_to_~_who|whose
    """,
    # what guards people, or speaks of things
    "protect": """
        nothing_in_this_~_prevent|prevents|restrict|restricts|limit|limits|prohibit|prohibits|preclude|precludes|stop|stops|affect|affects
        can|may|to_express|voice|state|put_~_views|view|opinions|opinion_without|freely without_interruption|hindrance|reprisal|reprisals|retaliation
        visible_identification identification_number*
    """,
    "shield": "not|never_take|taking|taken_into_account_the|any|a|an|his|her|their|political|religious",
    "claim": "signatures_on_a|the|each|every_petition_shall|must|will_be_counted|verified|checked|validated",
    "lawful": "save|except|without|unless|only_~_judicial|court's|magistrate's_authorisation|authorization|warrant|order",
    "care": "the_minority_language* minority|indigenous|community|heritage_language|languages respect|respects|observe_the_burial|funeral|mourning_customs|rites|practices",
    "safety": """
        flashing|strobe|strobing_image|images|light|lights decibel* db noise|sound_level|levels explosives|explosive|powder|ammunition_magazine|magazines
    """,
    "plain": """
        from_editorial_opinion|comment|matter|content sponsored_content amplified_music|speech|sound|voice|voices music_or_speech speech_or_music
        not_speak|talk|converse_to|with_passengers not_suspected_of_any|an|a whom|who_they_meet_on|in_official consumer|business|economic|investor|market_sentiment
        telephone|phone_conversation|conversations|call|calls_relating|related_to_~_order|orders|transaction|transactions
        relevant|criminal|previous|prior|spent|unspent_convictions|conviction borrower|reader|member|user_asks|requests_otherwise patient|patients|calf|cattle|animals_under_observation the_sentiment_index the_sentiment_indicator supply|supplies|provide|provides_textbooks|books|materials
    """,
}
