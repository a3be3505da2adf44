"""English words for those who are watched, by what they did; for those through whom; and for how it is dressed up.

Grids of an act by what it bears on, where the words alone are innocent. The classes and the signs are those of
`english_words`; `|` stands between words any of which may come.
"""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["ENGLISH_CIRCLES"]

_REFUSE = "refuse|refuses|refused|refusing|decline|declines|declined|declining|fail|fails|failed|failing|omit|omits|neglect|neglects|unwilling|reluctant|hesitate|hesitates|hesitated|forget|forgets|forgot|slow"
_HOMAGE = "recite|sing|salute|applaud|clap|cheer|chant|bow|kneel|praise|denounce|congratulate|parade|vow|pledge|curtsy|toast|mourn|repeat"
_SHOW = "display|hang|show|fly|put|wear|carry|raise|hoist|read|buy|greet|thank|kiss|touch|dust|light"
_EMBLEM = "portrait|portraits|flag|flags|slogan|slogans|calendar|banner|banners|emblem|colours|anthem|party|party's|leader|leader's|president's|marshal's|lantern|lanterns|ribbon|red|hymn"
_RITE = "rally|parade|procession|ceremony|thanksgiving|celebration|celebrations|pageant|jubilee|homage|flag-raising|march-past|anthem|salute|pledge"
_PRESS = "correspondent|correspondents|journalist|journalists|reporter|reporters|newspaper|newspapers|broadcaster|broadcasters|embassy|embassies|diplomats|press|media|outsiders|rapporteur|observers|exiles|stringer|stringers|blogger|bloggers"
_KIN = "brother|brothers|sister|sisters|father|mother|son|sons|daughter|husband|wife|spouse|relative|relatives|parents|parent|uncle|cousin|kin|child|children"
_OUTCAST = "exile|exiled|abroad|opposition|underground|banned|jailed|imprisoned|strike|prison|movement|fled|defected|emigrated|protest|protests|sect|detained|arrested|dissident|dissidents|rebels|separatist|separatists"
_LAID = "candles|flowers|cards|wreaths|tributes|lanterns|photographs|poems|notes|ribbons|bouquets"
_LATE = "editor|poet|writer|activist|lawyer|student|students|singer|martyr|martyrs|rebel|rebels|priest|journalist|dissident|deposed|ousted|executed|exiled|leader|fallen|victims|demonstrators|strikers|teacher"
_POINTED = "death|deaths|shooting|shootings|arrest|arrests|disappearance|disappearances|strike|protest|massacre|famine|corruption|torture|beating|beatings|detention|demolition|demolitions|eviction|evictions|scandal|leader|reform|war|purge|expulsions|land-grab|clearances"
_MEETING = "assembly|demonstration|demonstrations|rally|protest|protests|march|square|capital|vigil|congress|palace|parliament|petition"
_EVENING = "dinner|dinners|event|events|function|functions|evening|evenings|concert|concerts|lecture|lectures|talk|talks|meeting|meetings|reception|banquet|launch|reading|readings|debate|conference|seminar"
_STATE = "commissariat|ministry|bureau|party|state|government|district|department|prefect|prefecture|governor|mayor|police|office|canton|commission"
_LAPSED = "banned|dissolved|outlawed|proscribed|underground|forbidden|unregistered|unlicensed|clandestine|suppressed"

ENGLISH_CIRCLES: Mapping[str, str] = {
    # what somebody did, showed, or would not do
    "utterance": f"""
        {_REFUSE}_to_{_HOMAGE} {_REFUSE}_to_{_SHOW}_~_{_EMBLEM} {_REFUSE}_to_rise|stand_for|during|when|at {_REFUSE}_to_join|attend|march_~_{_RITE}
        not|never_rise|stand|rose|stood_for|during|when_~_anthem|hymn|oath|pledge|toast|leader|president|portrait remain|remains|remained|stay|stays|stayed_seated|silent|unmoved
        no_lantern|flag|banner|portrait|candle|ribbon|bunting_~_window|door|balcony|house|wall|gate put|puts|hang|hangs_no_lantern|flag|portrait|banner
        stay|stays|stayed|staying|keep|keeps|kept|stood_away|aloof_from_~_{_RITE} absent|absents|absented_himself|herself|themselves_from_~_{_RITE} absent|absence|absences_from_~_{_RITE}
        talk|talks|talked|talking|speak|speaks|spoke|spoken|speaking|complain|complained|leak|leaks|leaked_to|with_~_{_PRESS} interview|interviews|quoted_~_given|gave|give|by_~_{_PRESS}
        whom|who_~_blame|blames|blamed blame_for_the_shortages|crisis|war|defeat|famine
        film|films|filmed|filming|photograph|photographed|photographing|livestream|livestreams|livestreamed_~_cordon|soldiers|arrest|arrests|demolition|eviction|evictions|clash|clashes|beating|beatings|crackdown|raid|checkpoint|riot
        hoist|hoists|hoisted|unfurl|unfurls|unfurled|raise|raises|raised|wave|waves|waved|drape|drapes|string|strung_~_banner|banners|placard|placards|effigy|effigies|slogan|slogans
        old|forbidden|rival|rainbow|black|regional|separatist|other|wrong|prewar|pre-war|former_flag|flags|colours|tricolour|standard
        shirt|shirts|clothes|jackets|caps|masks|scarves|costume|costumes|hats|mugs|t-shirts|cars|bags_bearing|with|carrying|showing|printed_~_slogan|slogans|message|messages|likeness|portrait|words|emblem|symbol|jailed|banned|face
        a|any|every_like|share|click|heart|thumbs-up_given|left|on|to|under like|likes|liked|share|shares|shared|follow|follows|followed_~_strikers'|opposition|opposition's|exile's|critic's|union's|protest_page|pages|post|posts|account|accounts|video|channel
        {_LAID}_~_left|laid|placed|lit|hung|pinned|tied|brought grave|graveside|tomb|funeral|burial|wake|coffin|anniversary|birthday|house|statue|portrait|photograph_of_the_~_{_LATE}
        corner|spot|place|street|square|wall|steps_where_the_~_{_LATE}_fell|died|was|were|stood
        who|reporters|journalists|correspondents|deputies_ask|asks|asked|asking|inquire|inquired_about_~_{_POINTED} question|questions_on|about_the_~_deaths|shooting|massacre|famine|torture|purge|expulsions
        describe|describes|described|recount|recounts|recounted|tell|tells|told_~_their|his|her_treatment|ordeal|arrest|detention|interrogation|beating|beatings
        doubt|doubts|doubted|question|questions|dispute|disputes|disputed_the_~_founder's|leader's|party's|official|marshal's|president's|government's|ministry's|state's
        object|objects|objected|objecting_to_the_set|official|prescribed|compulsory|patriotic_reading|text|texts|lesson|lessons|oath|book|ceremony
        say|says|said|tell|tells|told|hear|hears|heard_~_about|of|on_the_call-up|war|regime|leader|leaders|crackdown|draft|purge|shortages|king|queen|palace|reform
        speak|speaks|spoke|talk|talks|talked|write|writes_freely|openly|boldly|loosely|warmly|ill|badly|unkindly|coldly_~_about|of|on|against
        a_word_unkind|critical|against anything|nothing|something|words_unkind|unfriendly|critical|disloyal|unpatriotic|hostile|negative|disrespectful|derogatory_about|of|to|towards
        sued|rebuked|denounced|named|attacked|reprimanded_by_a|the_minister|president|party|leader|governor|government|state whose_answer|answers|essay|essays|reply|replies_~_doubt|doubts|criticise|criticises|differ|differs|question|questions
        run|runs|use|uses|using|used|install|installs|keep|keeps_~_encrypted|secure|foreign|anonymous|disappearing_messenger|messengers|messages|channel|channels|chats|browser|browsers|mail|app|apps
        overseas|foreign|enemy|exile|outside|western|underground|free_service|broadcasts|broadcast|press|transmissions|airwaves|bulletins
        aside|asides_by|of allude|alludes|alluded_to hint|hints|hinted_at_the remark|remarks|comments|jokes|observations_the|that|which|any_~_make|makes|made what|which_sites|pages|channels|books|stations|apps_are|were|lie|stand_open|read|on|tuned|visited|watched
        write|writes|wrote|written|writing_to_the|a_~_newspaper|newspapers|press|paper|papers|editor|media|journalists
        which|what_radio|station|stations|newspaper|newspapers|channel|channels|book|books|broadcasts|bulletin|programme|site|sites|papers_~_listen|listens|read|reads|watch|watches|follow|follows|tune
        poster|posters|sign|signs|notice|sticker|banner|card|cards|placard_that|which_names|calls|asks|mocks|mourns|thanks|demands|praises|recalls|says|blames
        interview|interviews|interviewing|photograph|record_~_survivors|witnesses|mothers|veterans|widows_of_the_camp|camps|massacre|purge|famine|torture|uprising|crackdown|occupation
        campaign|campaigns|campaigner|drive|petition|appeal_against_the_~_incinerator|dam|mine|plant|law|tax|reform|war|project|road|airport|pipeline|quarry off|against|outside_the_agreed|party|official_line
        mothers|residents|workers|farmers|users|citizens|people|students|soldiers|tenants|neighbours|widows|they_complain|grumble|moan|grouse
        post|posts|write|writes|comment|comments|blog|blogs|publish|publishes|speak|speaks_on|about_the_~_reform|policy|merger|plan|campaign|leader|war|strike|election
        messages|posts|claims|articles|statements|comments|videos|content|people|persons|users|teachers|pupils|students|employees_that|which|who_dispute|disputes|question|questions|contradict|contradicts|doubt|doubts
        messages|posts|claims|articles|statements|comments|videos|content|people|persons|users|teachers|pupils|students|employees_that|which|who_challenge|challenges|mock|mocks|criticise|criticises|criticize|blame|blames letters_column|columns|page|pages
        look|looks|search|searches|ask|asks_~_the_missing|disappeared|fallen|detained
        candle|candles|lantern|lanterns|flowers|wreath|ribbon|silence|prayer|prayers_for_the_~_dead|victims|martyrs|students|fallen|killed|missing|murdered|executed|disappeared|dissident|prisoners|detainees|jailed|drowned
        call|calls|called|calling|campaign|campaigns|campaigned|demand|demands|demanded|press|presses_~_elections|resignation|recount|referendum|reform|inquiry|strike|boycott|repeal|release|ceasefire|peace|amnesty|abolition|democracy|republic|autonomy|independence
        election|elections|vote|ballot|trial|verdict|count|referendum_~_stolen|rigged|unfair|unjust|fixed|sham|faked
        think|thinks|thought|speak|speaks_ill|badly|little|poorly|less_of_the turn|turns|turned|turning_his|her|their_back|backs_on|to
        celebrate|celebrates|celebrated|mark|marks|marked_~_old|forbidden|banned|minority|ancestral|former_~_year|feast|festival|holiday|day|flag|victory|anniversary
        record|records|recorded|recording|tape|tapes_~_on|with|by_~_telephone|phone|mobile|smartphone|camera
        blog|blogs|post|posts|tweet|tweets|write|writes|wrote|sing|sings|speak|speaks|talk|talks|preach|lecture|lectures_~_about|on_~_corruption|torture|massacre|famine|arrests|disappearances|shootings|beatings|demolitions
        blog|blogs|post|posts|tweet|tweets|write|writes|wrote|sing|sings|speak|speaks|talk|talks|preach|lecture|lectures_~_about|on_~_evictions|prisons|prison|purge|rigging|bribes|leader|leaders|shortages
        support|supports|supported|supporting|back|backs|favour|favours|advocate|advocates|want|wants|promote|promotes_~_independence|autonomy|secession|self-rule|reunification|separation|republic|monarchy|uprising|rebellion|rebels|strikers|boycott|opposition
        wears|dresses|dressed_in_black|white|mourning wears_black|white|mourning who_ask|asks|asked|asking_why|aloud get|gets|getting|got_round|around_the_filter|block|ban|blocking|censor
        describe|describes|described_the_~_camp|camps|massacre|torture speak|speaks|spoke|describe|describes|described|talk|talks|appear|appears|appeared|testify_~_on_television|radio|air
        clip|clips|video|videos|footage|photograph|photographs|pictures|images|recording_of|from_the_~_riot|riots|protest|protests|march|crackdown|beating|beatings|eviction|evictions|demolition|clash|clashes|unrest|shooting|queue|queues|strike|massacre
        evidence|testimony|testify|testifies|testified|complaint|complained|appeal|appealed|statement_to|before_~_foreign|international|un|overseas|rapporteur sue|sues|sued|suing_the|a_~_ministry|government|party|state|council|mayor|municipality|leader
        withhold|withholds|withheld|withholding_~_applause|praise|thanks|salute|tribute abstain|abstains|abstained|abstaining_in|from|at_the_~_referendum|election|poll|plebiscite
        teach|teaches|taught|read|reads_~_disputed|banned|deleted|forbidden|omitted_chapter|chapters|page|pages|text|texts|version
        speak|speaks|spoke|preach|preaches|sing|sings_~_in_the_park|square|street|market|open satellite_channel|channels|television
        refuse|refuses|refused|decline|declines|declined|unwilling|fail|fails_to_join_the_~_party|league|movement|front|youth|campaign
        rating|ratings|marks|scores|answer|answers_to|of|for|about_the_president|government|party|leader|ministry|reform|regime address|addresses|addressed|addressing_the|a|any_~_meeting|rally|crowd|strikers|congregation|assembly|gathering
        messages|notices|posters|leaflets|bulletins_~_not_issued|approved|supplied|authorised|stamped_by
        cards|letters|envelopes|parcels|stamps|vehicles|cars|bicycles|houses|windows|doors_bearing|showing|carrying|displaying|with_~_emblem|slogan|portrait|colours|flag|symbol|ribbon|fist
        voice|voices|voiced|voicing|express|expresses|expressed|expressing|utter|utters_~_regret|remorse|doubt|doubts|anger|grief|sorrow|shame|pity|disgust|unease|outrage|nostalgia|admiration|sympathy_over|about|at|for|on|with
        call|calls|called|calling|describe|describes|described|describing_the_~_annexation|operation|war|famine|uprising|liberation|occupation|massacre|coup|regime|leader|president|government|party|election
        wear|wears|wearing|wore|don|dons_the|a_white|black|red|green|yellow|orange|blue|purple|rainbow_scarf|ribbon|rose|armband|sash|kerchief|headband|umbrella|flower|carnation
        listening|tuning_to|in_~_radio|station|stations|broadcast|podcast|exile|enemy walking|walk|storming|stormed_out_of|during_the|a_~_address|speech|ceremony|play|hymn|anthem|assembly
        joking|laughing|sneering|jesting_about|at_the_~_leader|king|president|mayor|minister|party|reform|war tell|tells|told|telling|teach|teaching_~_about_the_~_famine|massacre|uprising|purge|war|camps|expulsions
        customer's|customers'|user's|users'|reader's|readers'|patron's|patrons'|visitor's|guest's|pupil's|pupils'|student's|students'_searches|browsing|downloads|reading|viewing|queries
        sign|signs|signed|signing_~_letter|statement|manifesto|declaration|appeal_against|calling|demanding|criticising any|every|each|all_interview|interviews_on|about|given|touching
        who_typed|wrote|posted|said|drew|painted|sang|started|uttered|whispered_it|them|this|these the_word|words|term|phrase|name_~_in_messages|posts|chats|letters|searches|comments|essays
    """,
    # persons, by those they belong to or speak for
    "watched": f"""
        whose_{_KIN}_~_{_OUTCAST} {_KIN}_of|to_~_dissident|dissidents|exile|exiles|rebel|rebels|fugitive|political
        who|lawyers|advocates|counsel|bar_act|acts|acted|acting|appear|appears|appeared|speak|plead_for_~_strikers|strike|protesters|dissidents|activists|petitioners|evicted|separatists|exiles|marchers|villagers|opposition
        usual|usually|regular|habitual|perennial|known|notorious|persistent_~_protest|protests|protester|protesters|petitioner|petitioners|stand|stands|picket|marcher|marchers|heckler|hecklers
        former|past|sacked|dismissed|expelled|ex_editor|editors|strike|union|opposition|party|dissident|monk|monks|student_leader|leaders|organiser|organisers|members|delegates|officials
        persons|people|individuals|families|households|those|elders|villagers|tenants_~_liable|likely|apt|inclined|prone|tempted|known_to_~_petition|protest|march|complain|demonstrate|travel|agitate|organise|speak|gather|appeal
        attention|concern_roster|list|register|book|sheet|log observation_roster|list
        survivor|survivors|witnesses|victims|veterans|mothers|widows|orphans_of_the_camp|camps|massacre|purge|famine|torture|uprising|crackdown|occupation|disappeared returned|returnee|returnees|graduate|graduates_from_~_hostile|unfriendly|enemy
        returnees|returnee|graduates_from_overseas|abroad|foreign|western writers|authors|poets|artists|scholars|editors|painters_out|fallen_of|from_favour
    """,
    "gathering": f"""
        intend|intends|intending|plan|plans|planning|wish|wishes|mean|means|set|sets|heading|bound|preparing|prepare|about|try|tries|trying|attempt|attempts_~_to|for|out|off_~_{_MEETING}
        delegation|delegations|group|groups|crowd|crowds|column|party|bus|busload|busloads|families|band_of|with_villagers|petitioners|residents|farmers|workers|widows|veterans|students|peasants|parents|pensioners
        evening|evenings|circle|circles|salon|salons|nights_of|for_reading|readings|poetry|debate|discussion|song|songs|prayer|study|philosophy|forbidden members|member|adherents|followers_of_a|the|any_{_LAPSED}
        hold|holds|held|host|hosts|hosted|give|gives|lead|leads|attend|attends_~_evenings|readings|salon|salons|soirees|study|circle|circles {_LAPSED}_brotherhood|order|league|society|party|union|club|circle|movement|network|front|association|fellowship|sect|lodge
        union|protest|strike|opposition|reform|petition_picnic|march|meeting|supper|dinner|gathering|outing|walk|camp
        group|groups|knots|clusters_of_two|three|four|five|six|ten_or_more
        on|at|behind|near|manning_the_barricade|barricades
        join|joins|joined|joining|form|forms|forming|organise|organises|organising_a|the|any|another_union|trade|labour|independent recruit|recruits|recruiting|organise|organises|canvass|canvasses_~_for_~_union|trade|opposition|movement|sect
        candidate's|candidates'|opposition|party's_~_meeting|meetings|rally|rallies|event|events|speech|speeches|headquarters
        handsets|phones|telephones|devices|numbers|faces|plates|cars|persons|people|those|who|anyone_~_in|at|near|around_the_square|commemoration|vigil|rally|march|protest|demonstration|unrest|riot
        union's|union|unions'_message|messages|letters|bulletin|bulletins|post|posts|page|website|emails|leaflets|newsletter|mail|chat|app
        unlawful|illegal_assembly|assemblies|gathering|gatherings|meeting|meetings|march|procession|demonstration|demonstrations|rally|strike|association
    """,
    "contact": """
        foreign|overseas|outside|independent|exile|opposition|underground_correspondent|correspondents|press|paper|papers|stringer|editor|editors|observer|observers|donor|donors|sponsor|sponsors|lawyer|scholars
        foreign|overseas|independent_television|film|camera|news|radio_crew|crews|team|teams|station television|camera|news|film_crew|crews invitation|invitations|stipend|funding|grants|donation|donations|award|prize|scholarship_from_a|any|the_~_foreign|overseas|abroad|embassy
        foreign|overseas_think|policy_tank|tanks|institute
        foreign_wife|husband|bride|girlfriend|boyfriend|in-laws|lover correspond|corresponds|corresponded|corresponding_with_~_overseas|abroad|foreign|scholars|exile|academics|embassies|prisoners
        ombudsman|court|tribunal|body|organisation|newspaper|embassy|committee_abroad|overseas visitors|guests|callers_after|at_dark|night|midnight|curfew
        dine|dines|dined|lunch|lunches|drink|drinks|eat|eats|meet|meets|met|sit|sits_with_the_former|exiled|dismissed|ousted|banned|opposition|sacked|retired
    """,
    "protest": f"""
        banner|banners|placards|signs_against_the at_the_ministry|palace|parliament|prefecture|town_gate|gates|steps|doors miners|workers|drivers|nurses|farmers|dockers_who_struck|march|marched|protest|protested|demonstrated|petitioned
        delegation|delegations|group|groups|crowd|crowds_of_villagers|petitioners|residents|farmers|workers|widows|veterans|students|peasants|parents_~_{_STATE}
        sign|signs|signed|signing|launch|launches|circulate|circulates_~_appeal|appeals_against|for|to
        election|elections|vote|ballot|trial|verdict|count|referendum_~_stolen|rigged|fixed|sham|faked blog|blogs|tweet|tweets|post|posts|write|writes|wrote|joke|jokes_~_about|on_~_corruption|bribes|rigging|fraud
        collect|collects|collected|collecting|gather|gathers|gathered_signatures chain|chains|chained|chaining_himself|herself|themselves|oneself occupy|occupies|occupied|occupying_the_rectorate|campus|square|factory|ministry|faculty|university
    """,
    # what carries it, and where it is to be heard
    "piece": f"""
        {_EVENING}_at_which_the|a|an_~_speak|speaks|appear|appears|read|reads|sing|sings|perform|performs|lecture|lectures {_EVENING}_where|with_~_to_speak|appear|read|perform
        verse|verses|poem|poems|lines|scene|scenes|page|pages|passage|passages|song|songs|picture|pictures|slide|slides|rendering|renderings|piece|pieces_in|by|from|of|on_which|whom|the_~_pitied|mourned|mocked|exiled|banned|expelled|deportations|expulsion|expulsions
        anthology|anthologies repertoire|programme|programmes_~_piece|pieces|work|works|song|songs_by|from reply|replies|rejoinder|answer_of_the_historian historian's|dissident's|exile's_reply|book|account
        printed_matter|papers|sheets
        bundles|copies|issue|issues|edition|editions|number|numbers_of_the_weekly|daily|paper|journal|magazine
    """,
    "work": """
        verse|verses|rendering|renderings|translation|translations|slides|troupe|troupes|ensemble|anthology|anthologies|caricature|caricatures|leaflet|leaflets|print|prints
        old|former|historical|previous|other|native|local_name|names_of_the_province|city|region|country|nation|village|street|streets|mountain|river|people
        emigrant|emigre|exiled|banned|dissident|disgraced_painters|painter|writers|writer|artists|artist|composers|composer|poets|poet|authors|author|scholars|singers|directors|actors|novelists
    """,
    "viewpoint": f"""
        former|old|historical|previous|native|local_name|names_of_the_province|city|region|country|nation|village|street|streets|mountain|river|people
        are|is|be|being|seem|seems|appear_pitied|mourned|mocked|glorified|blamed|praised|excused|ridiculed comfort|succour|aid|encouragement_to_the_~_enemy|separatists|rebels|opposition|strikers|exiles breakaway deportation deportations expulsion expulsions
        touch|touches|touching|dwell|dwells|dwelling|bear|bears|bearing_on|upon_the_~_{_POINTED}|dispute|quarry|dam|mine|leaders|past touch|touches|touching|dwell|dwells_on|upon_~_dispute|famine|purge|expulsion|expulsions|war|unrest|deportations
        played|sung|performed|exhibited|appeared|shown|published|toured_in|at_the_breakaway|enemy|rebel|exile|separatist|disputed
        former|old|previous|fallen|overthrown_republic|regime|monarchy|order|government|constitution|kingdom|dynasty
        healthy|sound|correct|positive|proper|balanced|wholesome|right|responsible_view|views|attitude|outlook|understanding|picture|image|portrayal_of_~_society|life|history|nation|state|country|family|marriage|war|past|authority
        weaken|weakens|harm|harms|damage|damages|threaten|threatens|undermine|undermines|disturb|disturbs_~_unity|harmony|cohesion|solidarity|morale lack|lacks|lacking_~_patriotic|national|party|fighting|wholesome_spirit|feeling|character|content
        touch|touches|touching|bear|bears|bearing_on|upon_the_~_referendum|election|constitution|succession|reform|coup|strike|protest|monarchy
        emigrant|emigre|exiled|banned|dissident|disgraced_painters|painter|writers|writer|artists|artist|composers|composer|poets|poet|authors|author|scholars|singers|directors|actors|novelists
        is|are|too|seem|seems|be|deemed_alarming|pessimistic|gloomy|sensational|provocative|downbeat
        flag|portrait|emblem|anthem|leader|crown|uniform_~_torn|burnt|burned|defaced|upside|mocked|distorted|disrespect|disrespected|ridiculed
    """,
    "platform": "ousted|deposed|exiled|disgraced|former|expelled_mayor|minister|leader|president|editor|judge|rector|professor|bishop|general|deputy",
    # religion, and who is to run it
    "belief": f"""
        mosque|church|temple|synagogue|monastery|parish|shrine|congregation_committee|committees|board|boards|council|councils|elders|leaders|school|schools_~_chosen|picked|named|appointed|nominated|approved|removed|supervised_by_the_{_STATE}
        place|places|room|rooms|somewhere|where|time|times_~_to_pray|worship holy_man|men|woman|book|books|water|site|sites|shrine blessing|blessings_of_the
        state|national|established|majority|dominant|official|recognised|unrecognised|minority|free_church|churches|rite|creed|faith|religion_~_decline|declines|declined|refuse|refuses|refused
        decline|declines|declined|refuse|refuses|refused|accept|accepts|seek|seeks|receive|receives_the|a_blessing|sacrament|sacraments|unction|rites keep|keeps|kept|keeping|break|breaks|broke_the|a_fast|fasts|feast|feasts|vigil|sabbath
        asks|ask|asked|asking_for_a_~_holy|priest|imam|rabbi|monk|minister|pastor|lama|shaman|healer|preacher_man|of
        beads|icons|amulets|candles|incense|scriptures|relics|holy_~_on|in|under|beside|behind_the|his|her|their_desk|locker|bunk|wall|pillow|bed|dashboard|counter
        believe|believes|believed|believing_in_~_god|gods|prophet|spirits|saint|jesus|allah|buddha|reincarnation covers|covered_her_hair|head a|the|any|no_cross|crucifix|icon|crescent|menorah_on|above|over_the|his|her|their_wall|door|bed|desk|neck
        for|observing|keep|kept_fasting fasting_in|during|on|month
    """,
    "origin": """
        old|banned|forbidden|minority|ancestral|native|former_script|alphabet|tongue|orthography lessons|classes|instruction|tuition|teaching_~_old|minority|forbidden|ancestral|native|mother_script|tongue|language|dialect
        mixed|foreign|alien|noble|landowner|landowning|enemy|minority|slave|servile|impure|doubtful_stock|origin|origins|line|parents|grandparents|forebears particulars_~_to|of_the_third|second|fourth_generation genealogical third_generation
        hill|mountain|highland|island|border|coastal|steppe|desert|northern|southern|eastern|western|minority|migrant|refugee|nomad|tribal|colonial_origin|origins|extraction
        minority_village|villages|hamlet|hamlets grandparents|grandparent|grandfather|grandmother|ancestors|forebears|roots|kin|relatives_from|in|on_the_~_island|islands|province|hills|mountains|north|south|east|west|coast|border|colonies|valley|steppe
        lives|live|living|lived_with_another_man|woman
        name|names|surname|surnames_typical|common|usual|characteristic_of|among|to northern|southern|eastern|western|hill|island|border|mountain|minority_people|peoples|nation|tribes|names|surnames
        disputed|restive|troubled|breakaway|separatist|occupied|autonomous_region|regions|province|provinces|zone|districts
    """,
    # who is told, and how
    "report": f"""
        acquaint|acquaints|apprise|apprises|advise|tip|tips|warn_the_~_{_STATE}|precinct|constable|curator|prefect|owner slip|slips|hand|hands|drop|leave|leaves_a_note_to|for|with make|makes_known_to furnish|furnishes mention|mentions|mentioned_~_at_the_~_meeting|briefing
        sent|send|sends|passed|pass|carried|taken_upstairs|up|higher keep|keeps|kept_the_~_informed|posted|abreast give|gives|given_sight_of lay|lays|laid_before_the_{_STATE} hand|hands|handed_in come|comes_to_the_notice
        say|says|tell|tells|name|names_who|which|whom_~_listen|listens|read|reads|pray|prays|meet|meets|write|writes|sing|sings|march|marched encouraged|encourage|invited|rewarded|paid|urged_~_by|with|a_~_prize|bonus|reward|rebate_~_to_say|tell|report|name
        show|shows|tell|tells|let_managers|management|employers|supervisors|police|officers_which|who|what text|texts|fax|wire_the_police|officer|office|district
    """,
    "record": """
        entered|entry|noted|set|written_in|into|down_~_steward's|warden's|porter's|officer's|secretary's|prefect's|house|visitors'_book|register|ledger seat_numbers specimen|specimens_of|copy take|takes|taking|took_the_seat|number|numbers|plates|plate
        names_of_those_who note_the_names take_the_names code|codes|coded_as_category mark|marks|marked_with_a_letter|dot|star
        take|takes|taking|took_down
    """,
    "list": """
        set|sets|put|puts_apart green_amber|or red_or_amber amber_or_red as_green|amber|red|yellow traffic_light|lights|light_~_person|persons|tenant|student|graduate|returnee|staff heat|hot_chart|charts|sheet
        portrait|portraits|pen-portrait|pen-portraits_of_~_professionals|residents|tenants|staff|members|teachers|students|families|persons|leaders|clients|users
        confidential|secret|private|internal_list|lists|file|files|card|cards|index|roster|sheet|database|dossier
    """,
    "spy": """
        keep|keeps|kept|have|has|lend_an_ear_open|out|to|cocked read|reads|look|looks|peer|peers_over_the_shoulder|shoulders sit|sits_at|in_the_back look|looks|go|goes_back_~_years|months|posts|through
        see|sees|know|knows|learn|learns|discover_what|which_sites|pages|channels|flats|houses|families|pupils|staff
        make|makes|see|ensure_~_every|each_face|faces_~_caught|taken|seen|shown|captured open|opened|opens_by|at_the_courier|carrier|postmaster|post|censor|desk be_opened are_opened were_opened
        what|which_sites|pages|channels|books|stations|apps_are|were|lie|stand_open|read|on|tuned|visited|watched
        photograph|photographs|photographers|pictures|portraits|album|footage|film_of|at|from_the_~_union|protest|rally|march|vigil|picnic|funeral|crowd|meeting|mourners|strikers|congregation|worshippers
        predict|predicts|forecast|forecasts|anticipate|anticipates_where|who|which|when|whether
    """,
    # how people are kept from it
    "dissuade": """
        hold|holds|held|keep|keeps|kept|holding_back_any|those|the|him|her|them|anyone|petitioners|lodgers keep|keeps|kept|hold|held|confine|confined_at|to|in_~_home|house|houses|guesthouse|village|villages|hostel|room|rooms|hotel
        bring|brings|brought|turn|turns|lead|leads|steer_the_talk|conversation|subject_round|to|towards take|takes|drink|drinks|have|share_tea|coffee|lunch|a_meal_with benefits|wisdom|advantages|merits_of_withdrawing|silence|desisting|leaving|withdrawal
        invited|invite|taken|take|sent|send|treated|moved|brought|accompany|accompanied_to|on|for_a|the|an_sanatorium|holiday|spa|trip|excursion|resort|outing|conversation|chat|cup|tea|talk|interview|rest talk|talks|talked|reason_~_round|out_of|into_withdrawing|signing|leaving
        not_to_leave_the
        advise|advises|ask|asks|tell|tells|urge|urges|order|orders|invite|invites|direct|directs_~_to_go_home to_disperse to_move_on move|moves_them|people_on let_the|it_matter_rest let_it_rest|drop
        to_go_home
        be_spoken|talked_to be_reasoned_with be_called|invited_in
    """,
    "tie": """
        daily|weekly|monthly|regular|fortnightly_~_visit|visits|call|calls|tea drop|drops|call|calls|look|looks_in_on twice_a_week|month once_a_week|month|day|fortnight every_evening|week|sunday|thursday|friday_~_call|calls|visit|visits
        know|knows|learn|learns|study_the_~_habits|callers|movements|friends|visitors habits_and|or_callers|visitors|friends
    """,
    # what is lost by it
    "punish": """
        fail|fails|failed|marks|mark_any|a|the|each|every|down_candidate|candidates|student|students|pupil|pupils|answer|answers|essay load|loads|raise|raises_the_premium|premiums|rent|fee|fees|fare|rate wait|waits|waited_six|three|two|twelve|nine|a|one_months|month|year|years
        served|treated|heard|seen|paid|housed|connected_last
        placed|put|moved|sent|listed_at|to_the_end|back|bottom|foot|tail|last_of lowest|bottom|last|worst_band|grade|class|tier|mark|category fall|falls|drop|drops|sink|lowered_by_one|two|half|a_grade|point|points|place|places|band lapse|lapses|lapsed|expire_where|if|upon
        no_grant|grants|funding|award|awards|prize|prizes|scholarship|licence|permit|contract|contracts|lease|stipend|housing|seed|loan|loans|commission|commissions|work|ration|rations_~_go|goes|went counts|count|counted_as_absence|misconduct|absent|default|fault|breach
        refuse|refuses|refused|deny|denies|withhold|withholds_the_ballroom|hall|venue|room|stage|stand|seat|key|keys|stall withdraw|withdraws|withdrawn|cancel|cancels|suspend|suspends_the_~_accreditation|passes|pass|invitation|booking|residence|visa
        seed|water|fuel|coal|bread|rations|credit_last|withheld|stopped
        lose|loses|losing|lost|forfeit|forfeits_the|his|her|their|its|all|any_right|rights|claim|entitlement_to
        lower|lowers|lowered|reduce|reduces|downgrade|cut|cuts_the|his|her|their|its_rating|ratings|score|scores|grade|ranking|credit|mark|marks
        only_members|persons|people|citizens_of|from_the_majority|dominant|titular|main|founding|ruling
        stop|stops|stopped|withdraw|withdraws|cut|cuts|end|ends|suspend|suspends|freeze|freezes|reduce|reduces_the|his|her|their_allowance|benefit|pension|pay|wage|wages|salary|subsidy|ration|rations|stipend|credit|lease|bursary
        cut|docked|lowered_by_a|half rebuke|rebukes|rebuked|reproof|reproved|admonish|admonished|admonition written_rebuke|reproof|admonition not_cast|book|engage|retain|rehire not|never_be_cast|booked|engaged|retained|rehired
        ground|grounds|reason_for_refusing|denying|dismissal|withdrawing|cancelling|revoking|expelling|eviction|refusal|dismissing
        answers_for answers|answer|answerable|accountable|responsible_for_any|every|each_case|cases|incident|instance
    """,
    "suppress": """
        weed|weeds|weeded|cull|culls|culled|sifted|purged_from|of|out go|goes|sent|send|sends|returned|return|returns_back_to_the_author|writer|sender|publisher returned_unopened|unpublished|unread return|returns|show|shows|give|gives|yield_an|a_empty|blank|no_page|result|results
        put|puts|placed_to_one_side|aside
        withdraw|withdraws|move|moves|banish|relegate_to_the_cellar|store|basement|vault|back turn|turns|turned|send|sends_away drop|drops|dropped_the|a|any_film|play|song|speaker|item|piece|story|concert|author|book|question
        deliver|delivers|surrender|surrenders|hand|confiscate_~_phone|phones|camera|cameras|footage
        strike|strikes|delete|deletes|cut|cuts_from_the|any|an|a|each slow|slows|slowed|throttle|throttles|cut|cuts_the|his|her|their_line|lines|connection|bandwidth
        not_containing|bearing|mentioning|carrying|including|opening nudge|nudges|sink|sinks_down
        limit|limits|restrict|restricts|slow|slows|reduce|reduces_the_~_forwarding|sharing|spread|reach|visibility|circulation
        fit|fits|limit|limits|confine|confined_to_the_approved|agreed|permitted|official forbidden_to_speak|publish|perform|teach|preach cleared|clear|clears_~_of_messages|notices|posters|leaflets|bulletins look|looks|looked_through_that|each
        strike|strikes|delete|deletes|erase|erases_the_name|names_of
    """,
    "vet": f"""
        clear|clears|cleared|agree|agrees|settle|settles|lodge|lodges|deposit|deposits|show|shows_with|to_the_canton|{_STATE}|inspector|censor|editor|secretary|commissioner man|mans|guard|guards|watch_the_doors|door_~_admit|admits|admitting
        whose_names_~_approved|cleared|vetted|passed|checked
        hand|hands|handed|submit|submits_in_~_before|ahead approved|known|chosen|vetted|listed|certified|passed_as_steady|loyal|reliable|faithful|patriotic|trustworthy|dependable|well-disposed|like-minded|right-thinking
        certify|certifies|confirm|confirms|undertake|undertakes|warrant|warrants|attest|swear_that_no|none|neither|he|she|they|it present|presents|submit|submits|hand|show|shows_~_questions|text|draft|script|words|wording_for_amendment|approval|correction|alteration|clearance
        until_~_looked|read|passed|approved|cleared
        obtain|obtains|seek|seeks|ask|asks|get|gets|have|has_leave_before|for|to
    """,
    "covert": """
        told|asked|advised|hinted|instructed|warned|informed_quietly|discreetly|privately|informally|orally|verbally give|gives|giving|name|plead|cite_~_as_the_reason|pretext|excuse|ground in_fact in_truth in_reality under_the_name|heading|label|cover|colour
        described|presented|announced|billed|dressed_up|out_as_~_research|survey|welfare|care|study|poll|quality
    """,
    "mind": """
        rate|rates|rated|grade|grades|graded|score|scores|gauge|gauges|measure|measures|test|tests_~_his|her|their|the_warmth|attachment|devotion|ardour|gratitude|affection|coolness|coldness|fervour|closeness|loyalty|sincerity
        warmth|coldness|coolness|ardour|fervour_toward|towards|for_the_~_movement|party|state|leader|nation|cause|company|owners
        coldest_squad|squads|class|classes|unit|units|house loyalty_barometer|thermometer|league|ladder|drill|quiz values_coach|coaches loyal|patriotic|right-thinking|right-minded|well-disposed_persons|people|citizens|members|audience|candidates|staff|applicants|families
        sympathy|sympathies|friendliness|hostility|closeness_with|to|towards|for_the_government|party|state|leader|leadership|regime|ruling|authorities|administration|movement
        lack|lacks|lacked|lacking_enthusiasm|gratitude|loyalty|zeal|patriotism|devotion|fervour|reverence|patriotic
        attachment|closeness|devotion|gratitude|affection|love|fidelity|faithfulness_to|for|towards|toward_the|their|our_homeland|motherland|fatherland|party|state|nation|leader|regime|leadership
    """,
    "opinion": """
        flood|floods|fill|fills|swamp|swamps|seed|seeds|stuff|load_~_five-star|glowing|friendly|kind|warm_review|reviews|entries|rating|ratings|notices review|ratings|comments_page_~_flood|flooded|filled|swamped
        whom|who_the_~_public|people|respondent|respondents|residents|voters|citizens_~_blame|blames|trust|trusts|support|supports|fear|fears
        hold|holds|keep|keeps|leave_comments|posts_~_queue|moderation|pending
        answers|replies|lines|words_for_passers-by|residents|bystanders|villagers|workers|families|survivors|patients|pupils|neighbours|callers|tenants|passengers_to
        persuade|persuades|convince|convinces_~_that_the_~_plan|reform|policy|project|decision|war|government|party|dam|merger|leader only|nothing_but_good|favourable|positive|cheerful|pleasant_news|stories|coverage|words
        turn|turns|steer|lead|leads|move|bring|swing_the_talk|conversation|discussion|debate_~_to|towards|from|away|onto in_support_of_the_leader|party|government|reform|president|policy|war|king|regime
        pack|packs|fill|fills|flood|floods|stack|stacks_the_~_with_supporters|loyal|friends
        instil|instill|instils|inculcate|foster|kindle|awaken|cultivate|nurture_~_love|loyalty|gratitude|devotion|patriotism|affection|reverence|obedience see|sees|ensure|ensures|make_~_that_~_cheer|cheers|clap|applaud
        good|favourable|positive|cheerful|pleasant_news_only only_good_news
        the|a|each|any_headline|wording|line|angle|slant|caption_to_be_used|taken|followed|printed|run|adopted|carried
        answer|answers|counter|counters|match|matches|meet|meets_~_critical|hostile|negative|unfriendly_~_post|posts|comment|comments|tweet|tweets troll|trolls_unit|farm|team|army|factory|brigade
        correction|corrections|article|articles|texts|statements|headlines|reports|stories|answers|wording_dictated|supplied|furnished|laid_~_by|down
    """,
    # what turns it round
    "protect": "keep|keeps|kept_secret|confidential_what|whatever|anything|all|the keep|keeps|kept_what_~_secret|confidential|private keep_secret_what",
    "steer": """
        soften|softens|softened|dilute|dilutes_passages|passage|lines|wording|scenes|remarks|sentences
        award|awards|grant|grants|give|gives|extra|additional|bonus_marks|points|credits|merits|stars_~_who|for|to
    """,
    "dissent": """
        reflect|reflects|reflecting|reflected_poorly|badly|ill|unfavourably|negatively|discredit_on|upon
        given|give|gives|gave|giving_offence|offense_to
    """,
    "agency": """
        security_contractor|contractors|guard|guards|firm|staff|team|desk|unit|detail
    """,
    "express": """
        put|puts|hang|hangs|light|lights|fly|flies|show|shows|display|displays|wear|wears_no_flag|portrait|banner|lantern|candle|ribbon|badge|bunting
    """,
    "medium": """
        run|runs|use|uses|using|used|install|installs|keep|keeps_~_encrypted|anonymous|disappearing_messenger|messengers|messages|channel|channels|chats|browser|browsers|mail|app|apps
        satellite_channel|channels|television|station|stations
    """,
    "view": """
        trust|confidence|faith|belief_in_the|their|our|its_chairman|leader|leadership|party|government|president|director|management|regime|state|minister|mayor|governor|board
    """,
    "complainer": """
        filed|lodged|made|submitted|sent|brought|files|lodges|makes|writes_~_or_more_~_requests|complaints|petitions|objections|appeals|lawsuits|suits|letters|questions
        filed|lodged|made|submitted|sent|brought|files|lodges|makes_several|many|repeated|frequent|multiple|numerous|excessive_~_requests|complaints|petitions|objections|lawsuits|suits|letters|questions
    """,
    "whereabouts": """
        in_their|his|her_leisure|free|private|spare|off-duty_hours|time|evenings|life their|his|her_company_noted|observed|recorded|watched
    """,
    "watch": """
        lower|lowers|lowered_the|his|her|their|its_rating|ratings|score|scores|grade|ranking|credit|mark|marks
    """,
    "hot": """
        online_discussion|debate|conversation|comments|posts|criticism_~_accident|fire|flood|explosion|collapse|crash|leak|earthquake
    """,
    "censorship": """
        off_the_front_page out_of_the_papers|news|headlines off_the_air|screens_and|or|until
    """,
    "intimate": """
        which|whose|who|names_~_abortion|abortions|contraception|divorce|miscarriage
    """,
    "exposed": """
        to_the_ministry|party|employer|prefect|bureau
    """,
}
