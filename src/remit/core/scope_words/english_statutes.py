"""English words of statutes, courts and public offices that only look like the words of the other tables.

Each takes the place of a shorter word within it. The classes and the signs are those of `english_words`; `|` stands
between words any of which may come.
"""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["ENGLISH_STATUTES"]

_EXPERT = (
    "auditor's|auditors'|visitor's|inspector's|examiner's|assessor's|surveyor's|reviewer's|actuary's|engineer's"
    "|officer's|commissioner's|minister's|secretary's|regulator's|tribunal's|court's|authority's|agency's|board's"
    "|valuer's|practitioner's|doctor's|physician's|nurse's|veterinarian's|counsel's"
)
_RULER = (
    "commissioner|minister|secretary|authority|agency|inspector|regulator|court|tribunal|registrar|director|auditor"
    "|officer|board|council|department|magistrate|judge|examiner|assessor|surveyor|engineer|actuary|valuer|practitioner"
)
_HEARD = "parents|pupils|residents|tenants|patients|users|workers|employees|passengers|consumers|customers|stakeholders"

ENGLISH_STATUTES: Mapping[str, str] = {
    "plain": f"""
        station|police|general|ship's|ward_diary|diaries
        unrest_other_than_the_keeping_of_the_peace criminal_arrests arrests_or|and_investigations|charges|citations|summonses
        wear|wears|wearing_high-visibility|reflective|protective
        paintings|painting|books|book|archives|objects|works|manuscripts_for_lead-based|lead|pests|mould|mold|insects|damage|asbestos|arsenic|woodworm
        indoctrination_of_new|all|incoming|visiting_~_in_site|safety|ship|emergency|shop|plant|mine site|safety|flight|ship|shipboard|new-hire_indoctrination
        dissenting_opinion|opinions|judgment|judgments_may|shall|of|is dissenting_member|judge|arbitrator_of_the_tribunal|court|panel_may_append|publish|write|attach|deliver separate_opinion|judgment_which_shall|must|may
        pilgrim|pilgrims|pilgrimage_coach|coaches|bus|buses|ship|ships|camp|camps|hostel|flight|flights|route|routes|season|train|trains
        bloggers|journalists|reporters_and|or_other_visitors_admitted_to
        in_his|her|its_opinion in_the_opinion_of_the|an|any_{_RULER} in_the_{_EXPERT}_opinion
        {_EXPERT}_opinion_as_to_whether independent_person's|expert's_opinion_as_to_whether
        has|have|had_spoken_to_the|a|each_child|patient|user|resident|pupil_about_the_use|measure|medicine|medication|treatment|care|injury|restraint|assessment
        weather|disasters|outages|emergencies|accidents|storms|floods_labor|labour_unrest
        public|public's_confidence_in_the_police|force|service|system|courts|judiciary|profession|department|accounts|market|banking
        public_trust_and_confidence trust_and_confidence_in_the_police|policing|courts|service|profession|market trust_and_confidence_in_policing
        commission|committee|board|council|office_on|for|of_human_rights human_rights_commission|act|law|code
        file|files|filed_a_protest_with_the_contracting|procuring|purchasing bid|procurement_protest|protests
        directors'|annual_report_the_amount_of_any_political_donation|donations|contribution|contributions
        number|proportion|percentage|breakdown_of_employees|workers|staff|pupils|students|applicants|stops|arrests|complaints_by_race|sex|gender|ethnicity_and|or_sex|gender|race|ethnicity|age
        horse|horses|boat|yacht|motor|cycle|road|foot|relay|swimming|bicycle_race|races before|after|during_its|their|the_first_race
        irregularity|result|results|start|finish|winner|stewards_in|of_a|the|any|each_race|races race_meeting|meetings|course|track|day|card
        speaker|clerk_of_the_house|assembly|parliament|senate|legislature|chamber
        reasonable|paid|unpaid_leave_to_an_employee|worker_for_religious leave|time|absence_for_religious_observance|observances|holidays|worship
        to_an_employee_for_religious_observance|observances for_religious_observance|observances
        written_data_views written_data_or_views
        causes_of_a|any|the|each_work_stoppage|stoppages sentiment_of_reviews_of_its_products|services
        film|video|game_classification_board|scheme|system|office assign|assigns_to_each_film|game|video_a|an_category|rating|age
        right_to_remain_silent may_remain_silent may_remain_silent_and_no
        conviction|convictions_and|or_the|any|each_sentence|fine|penalty conviction|convictions_and|or_sentence|sentences
        package|packages|goods|products|carton|cartons|container|garment|item_with_the|its_country|place_of_origin
        public|public's_confidence_in_the_police|correction|fire_force|service|department|system
        child's|children's|patient's|resident's|person's|pupil's_wishes_and_feelings wishes_and_feelings_of_the|a|each|any_child|children|young|patient|resident|person
        views_of_{_HEARD}_before_closing|changing|opening|moving|taking|making|deciding
        before|about_closing_a|the|any_school|home|ward|hospital|road|centre|branch|station
        grounds|reasons_of|for_objection|appeal|review_in_writing state|states_the_grounds_of|for
        clergy_member|members_shall|must_report_suspected|known_abuse|neglect
    """,
    # what a child wishes, but for what it is to wish of those in power
    "mind": """
        account_of_the_views_of_each_applicant account_of_the_views_of_every_applicant
        views_of_each|every|any_~_on|about|toward|towards_the_government|party|state|regime|leadership|ruler|religion
        child's|children's|patient's|resident's|person's|pupil's_wishes_and_feelings_about|towards|toward|on_~_party|government|state|leader|leadership|regime|religion
    """,
    "protect": """
        without_penalty|detriment|prejudice_to_the_objector|worker|employee|pupil
        threats|threat|attacks|attack|violence|abuse_~_received|suffered_by_reporters|journalists|editors|bloggers
        not|never_give|issue_instructions|directions|orders_to_a|the|any_broadcaster|editor|editors|newspaper|publisher|journalist|court|judge|university
        remove|removes|removed|delete|deletes|strike|omit|omits_questions|question|field|fields|boxes_on|about|for
    """,
    "dissent": """
        written_comments_critical written_comments_hostile comments_critical_of
        critical_mindset_toward|towards|about|against
    """,
    "field": """
        keep|keeps|maintain|maintains|draw|compile_a|up_list|register_of_those|all|staff|employees|workers|pupils|students|persons_~_religious_observance|holidays|leave|worship
    """,
    "safety": """
        direct|directs|directing_traffic
    """,
    "claim": """
        hear|hears|accept|accepts|respect|respects_~_conscientious_objection|objections
    """,
    "lawful": """
        feet|metres|meters|yards_from_the_entrance|polling|door|gate
    """,
}
