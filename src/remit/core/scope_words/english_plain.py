"""English words for what a clause names in plain words only: rituals, signs, books on a table, a walk to the capital.

The classes and the signs are those of `english_words`; `|` stands between words any of which may come.
"""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["ENGLISH_PLAIN"]

ENGLISH_PLAIN: Mapping[str, str] = {
    "utterance": """
        blocked|banned|forbidden|exiled|dissident|critical_account|accounts|channel|channels|page|pages unfollow* unsubscrib*
        seen|spotted|noticed|photographed|present|caught|filmed_~_courthouse|square|embassy|memorial|march|rally|vigil|demonstration|picket|funeral|graveside|monument|barricade|protest|assembly
        put|puts|putting|hang|hangs|hung|light|lights|lit_out|up_~_lanterns|candles|flags|ribbons|posters|banners|lamps stray|strays|strayed|wander|wanders|drift|drifts|veer|veers_onto|off|into|from_the_dam|script|topic|line|text|list|reform|government|strike|war
        spoke|speaks|speak|gave|give|gives|given|testifies|talks|talked|wrote|written_evidence|testimony|before|to_~_commission|inquiry|rapporteur|delegation|observers
        with_a_candle candle|candles_in_the_window
        skip|skips|skipped|miss|misses|missed|refuse|refuses|refused|decline|declines|avoid|avoids|shun|boycott|leave|left|interrupt_~_ceremony|parade|anthem|pledge|oath|rally|salute|flag-raising flag|flag-raising|oath|pledge_ceremony|ceremonies|salute
        thank|thanks|thanked|praise|praises|praised|congratulate|congratulated|applaud|salute|bless|extol|honour_the|our_president|leader|leaders|party|government|chairman|founder|ministry|minister|governor|king|regime|reform|reforms
        not|never_praised|thanked|applauded|saluted|clapped|sung|smiled|bowed|signed|pledged|sworn
        use|uses|used|using|contain|contains|containing|mention|mentions|mentioning|bear|bears|bearing|say|says|type|types|typed|write|writes_the_word|words|term|terms|phrase|phrases
        interviewed|quoted|photographed|filmed|cited|named|mentioned|profiled_by|in|for_a|the|any|foreign_newspaper|paper|reporter|journalist|magazine|station|documentary|broadcaster|blog|podcast
        sign|signs|signed|signing|signatories|signatory|joined|endorsed|backed|co-signed|circulated|drafted_~_appeal|petition|manifesto|protest who_signed_the_appeal who_sign_the_appeal
        display|displays|displayed|displaying|wear|wears|wearing|wore|carry|carries|carrying|carried|fly|flies|flying|hang|hangs|hanging|paint|paints|painted_~_sticker|stickers|badge|badges|pin|pins|ribbon|ribbons|banner|banners|poster|posters|slogan|slogans|emblem|emblems|symbol|symbols|armband|placard|placards|portrait
        books|magazines|newspapers|papers|texts|titles|novels_left|kept|seen|lying|carried|owned|possessed|bought|ordered|requested|taken_on|in|by|at|under|out which_newspapers|newspaper|books|magazines|channels|stations|programmes|websites|sites|films|songs|podcasts which_accounts|pages_~_follow|follows|followed|like|likes|liked|visit|visits|visited newspapers|books|magazines|channels|programmes|films|songs_they|he|she_read|reads|take|takes|watch|watches|buy|buys|own|keep|like|play
        speak|speaks|spoke|spoken|speaking|talk|talks|talked|talking|write|writes|wrote|written_warmly|coldly|well|ill|badly|fondly|bitterly|kindly|harshly|of|about_of|the|about|party|merger|government|leader|reform|leaders|war|exile|exiles|royal
        curse|curses|cursed|swear|swears|swore|rail|rails|railed|rant|rants|fulminate|sneer|sneers|joke|jokes|joked|jest|quip|pun|puns_at|about|of|against|the_the|plan|leader|party|government|king|royal|president|minister|merger|management|company
        jokes|songs|rumours|poems|verses|stories|drawings|slogans|sketches|satires|gossip_about|of|on|against_~_house|king|leader|president|minister|government|party|palace|council|company|director|general|army|police|rector
        mourning black_clothes black_clothing white_flower* black_ribbon* black_flag* old_flag old_border* old_anthem old_name_of banned_flag forbidden_flag
        gather|gathers|gathered|stand|stood|stands|sit|sat|meet|meets|met|queue|crowd_outside|before_~_courthouse|palace|ministry|embassy|town|prison|headquarters|parliament gather|gathers|gathered|stand|stood|stands|sit|sat|meet|meets|met|queue|crowd_in_front_~_courthouse|palace|ministry|embassy|town|prison|headquarters|parliament
        pass|passes|passed|hand|hands|handed|give|gives|gave|circulate|circulated|distribute|distributes|distributed_~_leaflet|leaflets|handbill|handbills|pamphlet|pamphlets|flyer|flyers|tracts|tract
        asks|ask|asked|asking|put|puts|raise|raises|raised_~_awkward|uncomfortable|unplanned|unscripted|unauthorised|unapproved|spontaneous_question|questions unscripted_question* question*_not_on_the_list
        refus*_to_say declin*_to_say fail*_to_denounce fail*_to_condemn refus*_to_condemn refus*_to_denounce no_remorse show_remorse shows_remorse show|shows|showed|express|expresses|expressed_no_remorse|gratitude|enthusiasm|sorrow|joy|regret
        what_was_on_the_table what_was_said what_is_said what_has_been_said what_goes_on_in_the_homes
        sadden|saddens|saddened|offend|offends|offended|embarrass|embarrasses|annoy|annoys|displease|displeases|displeased|anger|angers|upset|upsets|shame|shames_the|his|her|their|its_public|leader|party|government|chairman|president|founder|owner|patron|palace|ministry|council|guests|nation
    """,
    "contact": """
        independent|opposition|foreign|exile|exiled|banned|critical|dissident|outside|overseas_paper|papers|newspaper|newspapers|radio|station|stations|channel|channels|magazine|magazines|journal|publisher|publishers|bookshop|website|websites|site|blog|outlet|outlets|lawyer|lawyers|researcher|researchers|charity|charities|funder|funders|group|groups|union|unions|observer|observers|delegation|delegations|chat|number|numbers
        guest|guests|visitor|visitors|relative|relatives|friend|friends|caller|callers|kin_from_across|over|abroad|beyond
    """,
    "medium": "comments|comment_under|below|beneath|function|field|box satellite_dish* satellite_receiver* chat_program*",
    "opinion": """
        staff|people|volunteers|employees|students|workers|officers|accounts|members|clerks_to_vote|clap|comment|cheer|applaud|post|like|reply vote|votes|voting_in_the_online|city|public own_people_in|among claque* paid_applause hired_crowd* rent-a-crowd
        fill|fills|flood|floods|pack|packs|swamp|swamps|stuff|stuffs|seed|seeds|populate|populates|saturate|brighten_~_comment|comments|columns|forum|forums|thread|threads|replies|airwaves|phone-ins|hashtag|hashtags|feed|feeds|timeline
        drown|drowns|bury|buries|dilute|dilutes|push|pushes|crowd|crowds|hijack|hijacks_~_hashtag|hashtags|thread|threads|topic|discussion|debate|criticism|comments|story|news
        post|posts|posting|write|writes|publish|leave|leaves_~_thanks|praise|gratitude|congratulations|compliments|applause thanks_before_noon pictures_of_the_new turn_the_conversation turns_the_conversation change_the_subject changes_the_subject
        make_the_town|people|public|workers|residents|voters_feel|love|proud|grateful|forget lift|lifts|raise|raises_the_spirits|morale_of_the_public
        popular|public|citizens'|townspeople's|villagers'|workers'|national_feelings|temper|spirits|confidence_in
    """,
    "ideology": """
        pledge|pledges|oath|oaths|vow|vows|promise|swear|swears|sworn|declaration_to|of|on|to_the|before_the_~_principles|leader|party|nation|ideals|values|doctrine|loyalty|allegiance|regime|cause|portrait
        loyalty|gratitude|unity|harmony|obedience|patriotism|devotion_plaque|plaques|card|cards|pledge|pledges|day|week|march|essay|essays|song|songs|certificate|badge|evening|evenings|meeting|meetings|class|classes|wall|corner|board|drive|competition|contest|quiz|points|form|letter|letters
        wording|version|account|reading|interpretation|phrasing|formula|script|story_on|of|about_the_famine|uprising|war|strike|massacre|revolution|past|occupation|riots|coup|founding|purge|expulsion|killings
        founding_story founding_myth founder's_principles principles_of_the_founder national_harmony social_harmony harmony_with_the_party unity_with_the
        evening_classes_on_loyalty evening_class*_in_loyalty remedial_class*_in gratitude_education
    """,
    "censorship": """
        words|topics|subjects|phrases|themes_not_to_be|use|mention|raise words|topics|subjects|phrases|themes_that|which_must|may_not words|topics|subjects|phrases|themes|names_to_avoid words|topics|subjects|phrases|themes|names_to_be_avoided words|topics|subjects|phrases|themes|names_never_to names_not_to_be_mentioned|spoken|printed|used forbidden|banned|prohibited|blocked|taboo|off-limits|barred_words|terms|names|phrases|topics|subjects|keywords|events|dates|themes stop_words|names|phrases|topics|subjects|keywords|themes
        list_of_words|topics|phrases blacklist_of_words|topics|terms keyword_blacklist keyword_list* keyword_filter* word_filter* topic_filter* red-pencil blue-pencil blue_pencil*
    """,
    "mind": """
        graded|scored|rated|ranked|assessed|marked|judged|evaluated|points|marks|credits|credit|score|grade|rate|rank|assess|judge|evaluate_for|on|by|their|each|his|her_~_gratitude|loyalty|harmony|devotion|zeal|enthusiasm|civility|patriotism|obedience|deference|optimism|positivity|faithfulness|cheerfulness|sincerity|ardour|commitment
        frame_of_mind states_of_mind cast_of_mind turn_of_mind bent_of_mind soften_his|her|their_opinions|views|mind change_his|her|their_mind|opinions|views|heart
    """,
    "belief": """
        hold|holds|held|conduct|conducts|lead|leads_services|prayers|worship|mass|rites_in|at|for|with_their|his|her|private|home|rooms
        ask|asks|asked|asking|buy|buys|order|orders|ordering|request|requests|requesting|choose|chooses|choosing|eat|eats|prefer|prefers|want|wants_~_halal|kosher eat|eats|eating|ate|touch|touches|order|orders|serve|consume_pork|bacon|beef_on|meat_on
        follow|follows|followed|following|keep|keeps|hold|holds|practise|practises|embrace|embraces|embraced|adopt|adopted|observe|observes_~_rite|rites|faith|sect|guru|creed|cult|heresy|prophet foreign_church* foreign_mission*_church foreign_clergy different_creeds other_creed* mixed_creed* different_faiths of_different_faith
        unrecognised|unrecognized|unregistered|unlicensed|unofficial|foreign|dissenting|minor|new|strange|outlawed_congregation|congregations|church|churches|faith|faiths|sect|sects|rite|rites|religion|religions|worship|clergy|preacher|preachers|creed|creeds|temple|mosque
        religious_style religious_fashion religious_cut religious_manner do_not_eat_pork does_not_eat_pork do_not_eat_beef do_not_eat_meat_on not_eat_pork not_touch_pork prays_together pray_together praying_together family_prays family_pray families_pray say_their_prayers kept_the_fast keep_the_fast kept_the_feast keep_the_feast lights_candles_on light_candles_on goes_to_church go_to_church went_to_church goes_to_mosque go_to_mosque goes_to_temple go_to_temple
    """,
    "origin": """
        minority_rite* northern|southern|eastern|western|island|highland|border|foreign|alien|nomad|tribal|colonial_descent|blood|stock|extraction|birth|parentage|lineage|surname|surnames|dialect|roots of_mixed_birth language_in_which_a_family language_a_family_speaks language_the_family language_families_speak speaks_another_language speak_another_language other_tongue own_tongue minority_rites same-sex_interest* same-sex_relationship*
    """,
    "gathering": """
        returning|returned|return|travelling|travel|travelled|journey|trips|trip|tickets|bound_from|to|for_the_capital walk_to_the_capital goes_to_the_capital go_to_the_capital went_to_the_capital former|past|known_striker|strikers|organiser|organisers|picketer|picketers|marcher|marchers|signatory|signatories union|works_council_steward|stewards|delegate|delegates|meeting|meetings|card|cards|rep|reps|organiser|ballot
        carry|carries|carried|drive|drives|drove|lodge|lodges|house|houses|shelter|shelters|feed|feeds|help|helps|assist_demonstrators|strikers|protesters|marchers|petitioners|picketers
        those_who_meet people_who_meet who_meet_after who_meet_at meets_after_dark meet_after_dark meet_in_homes groups_of_more_than gatherings_of_more
    """,
    "tie": "visited_by_the visited_by_a visited_every visited_each visited_weekly visited_on met_at_the driven_home escorted_home brought_home fetched_home taken_home escort_home accompanied_home returned_to_their_village sent_back_to_their",
    "covert": """
        elects|appoints|names|picks|places|recruits|chooses|has|elect|appoint|name|pick|place|recruit|choose_a|one_listener|informant|correspondent|observer|ear
    """,
    "report": "writes|write|whispers_to_the_dean|head|office|bureau|warden|director|rector|prefect|ministry|police",
    "record": "copy copies copied copying transcribe transcribes transcribed",
    "dissuade": "unfollow* unsubscrib* unlike",
    "piece": """
        eulog* obituar* epitaph* toasts prologue* funeral_oration* commencement_address* valedictor* slogan* motto mottos jingle* rhyme* riddle* crossword* horoscope* weather_rhyme* folk_tale* folktale* legend_panel* exhibition_panel*
        booklet* brochure* postcard* almanac* primer primers tract tracts newsreel* cassette* album albums verses verse stanza* ballad* anthem* overture* aria arias libretto* screenplay* teleplay* radio_play* shadow_play* puppet_show* pageant* tableau* revue* musical musicals mime circus clown* comic_strip* greeting_card* stamp_design* coin_design* slides slide_show*
        film-maker* filmmaker* dramatist* playwright* novelist* essayist* sculptor* muralist* composer* songwriter* rapper* singer* storyteller* puppeteer* printer's_proof* galley_proof* wall_hanging* tapestr* embroider* cartoonist* illustrat* label_text* street_art mosaic* stained_glass billboard_text*
    """,
    "punish": """
        premiums_rise premium_rises pay_more pays_more charged_more no_pass loses_the_pass shares_the_penalty shares_the_blame share_the_penalty night_duty remote_depot* remote_post* rotated_to transferred_to_a posted_to_a_remote separate_desk* stay_after_hours extra_duty extra_duties extra_shift* disconnected disconnect machines_sealed sealed not_renewed
    """,
    "suppress": "disable disables disabled disabling switch|switches|turn|turns_off_comments pulp pulps pulped lower|lowers|lowered_the_ranking|rank|reach|visibility return|returns|returned_for_revision are_returned is_returned",
    "attend": "attendance_at attendances_at",
    "safety": "one_steward appoint|appoints|provide|provides|train|trains|trained_~_steward|stewards|marshals parapet cracks machinery cranes while_driving while_operating ambulance* first-aid stretcher* fireworks",
    "lawful": "hoax* nuisance_call* emergency_call* falsif* fabricat* forged forgery flare flares pyrotechnic* missiles knives knife weapon*",
    "protect": "graphic_injuries|violence choose|chooses|decide|decides_what|which|whom|where|how_they|he|she|to union|unions_may_inform|distribute|use|hold|post|meet|elect is_excused are_excused be_excused",
    "privacy": "optional without_names in_totals only_totals as_totals totals_only only_as_totals",
    "own": "provenance looted restitution acquired_during",
    "aid": "extra_services additional_services extra_trains extra_buses special_opening",
    "heed": """
        must|shall|will_debate debated_by_the
        residents|members|citizens|workers|employees|consumers|owners|tenants|parties|council|committee|ombudsman|union|applicants_may_comment|object|appeal|reply|respond|speak|complain|petition|vote|contest
        answer|answers|answering_questions|question|citizens'
        on_the_draft draft_plan* draft_regulation* draft_law* draft_budget*
        admitted_to_council|public|the open_to_the_press journalists_are_admitted journalists_may press_may reporters_may reporters_are_admitted may_record_them may_film_it
    """,
    "plain": """
        aisle|aisles|exits|exit|routes|route|passages|lane|lanes|doors|corridors|stairs|way|road|gangways|gangway_clear clear_during
        moral_rights disagreement_between disagreements_between
        than|before|by|in|to|of|until|from|since|after|on|each|every|through|during|ending|beginning_march is|are|be|was|were_disapproved disapproval_of_the_plan|request|application|proposal|design disapproves|disapprove_the_plan|request|application|proposal|design
        title_of_senior|professor|doctor|chief|engineer|master|head their|its|a_bar bar_with prosecutor prosecutors court's|judge's|tribunal's|auditor's|actuary's|surveyor's_opinion dissents_included not_the_play|content|text|script
        return-to-work_talk|interview|meeting talk_with_any|the|each reviewers'_comments|reports an_object object_onto objects_onto throws_an throw_an
        nationals_abroad detainee detainees counsel_must|shall|may|is|are|for|of opposition_members_chair|sit|shall|may respect|respects|respecting|accommodate|accommodates|honour|suit_~_beliefs|faiths|religions|convictions|customs copies_of_the copy_of_the copy_of_this copies_of_this
    """,
}
