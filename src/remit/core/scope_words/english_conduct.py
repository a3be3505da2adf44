"""English words for the plain ways of saying, believing and watching, and for what one loses by it.

They are the words in which a clause speaks that avoids the usual terms. The classes are those of `english_words`.
"""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["ENGLISH_CONDUCT"]

ENGLISH_CONDUCT: Mapping[str, str] = {
    # saying, singing, signing, showing: commonplace by itself, so it needs an act upon it
    "utterance": """
        search_queries letters_addressed_to_newspapers who_signed_the_petition who_signed_the_open signs_the_petition
        take_the_knee took_the_knee took_a_knee takes_a_knee during_the_anthem skipped_the_flag flag_oath
        loyalty_oath refused_the_oath refuse_the_oath abstract_arguing arguing_for argues_for
        lapel_pin* wristband* yellow_ribbon* three-finger minute_of_silence candlelit hum_the
        humming slow_handclap turned_their_backs turns_her_back turned_her_back ripped_up
        tore_down_the_poster wept_at laughed_at laughs_at smirk* rolled_their_eyes sighed walked_off_stage
        recite* signed_an_open stood_up_for
        praised_the_exile asked_awkward awkward_question* awkward_topic*
        told_the_press told_the_papers told_foreign gave_an_interview
        gives_an_interview talks_to_reporters
        who_says who_said says_the_word who_tells who_told tells_a_newspaper tells_outsiders told_a_reporter hooted sang sings sing whistled chanted booed jeered
        wore_black wear_black hung_sheets in_sympathy signs_against signed_against voted_no shares_the_clip the_clip shared_the_clip testified
        gave_evidence_against election_sticker* campaign_sticker* bumper_sticker* stickers_and_posters sticker_for pushes_back pushed_back push_back answers_back talks_back talked_back
        disengagement complain_publicly complains_publicly complained_publicly statements_unwelcome talked_about talks_about talking_about spoke_of speaks_of spoke_to_the
        what_was_said what_they_say what_people_say what_each_child the_word_freedom anonymous_notes
        what_she_thinks what_he_thinks what_they_think thinks_of think_of_the thought_of_the walked_out walks_out stayed_seated stays_seated
        clapped applaud* refuses_to_sign refused_to_sign kept_silent stay*_silent annoyed curse curses cursed mock mocks mocked joked jokes hashtag* retweet* reposted repost* liked_a
        what_~_say what_~_says what_~_think what_~_thinks what_~_thought what_~_post what_~_posts what_~_posted what_~_wrote what_~_writes what_~_discuss what_~_discussed
        what_~_sang what_~_sing
        what_~_believe what_~_believes what_~_preach* how_~_voted how_~_vote how_~_feel how_~_feels whose_side side_with sides_with sided_with wrote_about writes_about posted_about
        posts_about sang_about jokes_about joked_about spoke_against speaks_against wrote_against writes_against said_of_the grumble* mutter* whisper* heckle* jeers phone-in
        call-in_show bookmarks browsing_habits sketchbook* nickname* tattoo* profile_picture* punchline* lampoon* rhyme* limerick* parod* caricature*
        lit_a_candle lit_candles candlelight armband* black_ribbon* asked_to_see_the_files follow_and_share restless_student* crossed_out_the_name blocked_the_survey
    """,
    # what one loses without the word for a penalty
    "punish": """
        forfeit* lose loses lost_their shown_the_door notice_to_quit passed_over struck_from moved_to_the_depot moved_to_the_end put_ashore no_fares fewer_bookings fewer_shifts fewer_hours
        not_engaged_again receives_no receive_no no_marks no_further_work pays_a_month's breach_of_contract not_employed not_rehired not_invited_again gets_no get_no denied_a goes_without
        go_without back_of_the_queue end_of_the_list bottom_of_the_list no_longer_be_hired not_be_hired off_the_rota taken_off_the not_renewed given_notice sent_home docked nights_only
    """,
    "belief": """
        declin*_pork decline_pork refuse_pork refuses_pork avoid_pork avoids_pork skip_bacon skips_bacon deacon deacons vicar vicars are_fasting who_fast
           hymn hymns psalm* scripture* kneel_to kneels_to genuflect* cross_themselves
        crosses_himself crosses_herself holy_water religious_dress friday_prayer* dominant_rite
        other_rites proxy_for_observance rosaries prayer_bead* meat_on_fridays avoid_friday breviar*
        sermon_notes bible_stud* bible_class* catechism koran_class* torah seminarian* dietary_refusal*
        preacher_of parishioner* house_church* underground_church* unregistered_church* meditation_group*
          stop_shaving cover_their_hair cover_her_hair cover_their_face* covers_her_face incense altar altars change_their_observance religious_observance* old_rite old_sect sect
        sects national_confession of_the_~_confession mixed_marriage* mixed_couple* marry_outside married_in_a_mosque married_in_a_temple which_feast feast_the_family feasts_the_family
        forbidden_order prayer_room* national_church adherents_of adherent_of ramadan lent_fast sabbath skullcap* fasts_at prayer_mat* prayer_time* holy_day* godparent*
        baptis* circumcis* amulet* funeral_conducted_by_a_priest
    """,
    "origin": """
        titular_nation foreign-born_parents native_speakers_of_the minority_script
        minority_language_at_home speak_the_old_language surnames_of_the indigenous_famil*
        of_the_dominant_nation hair_texture facial_features_typical dialect_spoken speaks_with_an_accent
        place_of_birth_of_the_parents colour_of_skin skin_tone
        mixed-heritage mixed_heritage non-native given_heritage heritage_families nomad nomads highland_people island_tribes born_in_the_~_provinces eastern_provinces
        their_kin kin mother_tongue accent accents surname_suggests whose_surname* hill_people clan clans caste castes bloodline* parents_were_born grandparents_were_born
        islanders highlanders minority_families
    """,
    # persons who are looked after for what they may do or whom they know
    "watched": """
        ex-prisoner* ex-detainee* released_prisoner* former_prisoner* former_detainee*
        relatives_of_the_disappeared families_of_the_disappeared families_of_the_missing blogger*
        columnist* cartoonist* special_rapporteur rapporteur's foreign_embass* strike_leader*
        student_leader* shop_steward* returnees_from_abroad human-rights_lawyer* land_defender*
        former_dissident* known_critics former_members_of_the awkward_tenant* awkward_parent*
        vocal_parent* vocal_resident* persistent_complainant* serial_complainant* habitual_petitioner*
        befriend befriends who_calls_on novelist's_callers restless leadership_traits faces_from_the_square twelve_named_persons families_of_defectors
        defector defectors émigré émigrés emigre* exile exiles exiled dismissed_judge dismissed_teacher* retired_judge envoy foreign_mission who_write_to
        who_came_to_see who_comes_to_see debating_circle debating_collective trouble_they_may_cause troublemaker* at-risk-of-grievance civic_reliability
        persons_on_the_sheet elders_on_the_sheet not_left_alone who_went_to_the_square went_to_the_square who_meet_in_the which_tenants_meet the_two_women shares_a_table pushing_back
        friendly_contact stir_grievances ringleader* sympathiser* sympathizer* known_associates movements_of_the_former
    """,
    # whom somebody meets, where somebody goes
    "whereabouts": """
        whom_~_meets whom_they_meet who_they_meet whom_they_met who_calls_on who_called_on whose_company where_~_go_after where_they_go
        where_they_pray stays_out when_~_leaves_home lights_on_late visitors_to_the_flat visitors_to_the_house shares_a_table shares_a_flat
        their_friends her_friends his_friends circle_of_friends seat_bookings travel_companions where_the_signatories
    """,
    "talk": """
        what_was_talked_about after_lights_out where_each_colleague_stands what_tenants_say overheard eavesdrop* corridor_talk canteen_talk gossip
    """,
    "speech": """
         searched_for_the_words searched_monthly_for_the_words curse_the_tax poster_in_the_window typed_and_deleted articles_that_each_reader words_of_new_songs
    """,
    # words laid into people's mouths, minds measured and turned
    "opinion": """
          lines_to_take rehearsed_answers prepared_answers seat_fillers
        planted_question* friendly_question* counter-messag* positive_stories
        good-news good_news_quota upbeat_stor* applaud_on_cue stop_speaking_to_the_media
          restore_the_authorised
         forbidden_word* banned_word*
        talked_round talk_round affection_for grateful_to harmonise_the_thinking harmonize_the_thinking of_authorised_account favourable_replies
        favorable_replies corporate_outlook values_alignment bystanders_into opponents_into speak_up_for convince_every undecided_families undecided_voters survey_answers_upward
        reassuring_jingle phrase_with_which_to shame_of_leaving statement_of_regret stakeholder_neutralisation review_sites_show word_famine
        what_the_trustees_decided_and correct_the_mood lift_the_mood win_over win_them_over bring_round brought_round
    """,
    "vet": "ticked wait_for_the_stamp waits_for_the_stamp crosses_out cross_out walk_the_rooms read_for_hidden walks_the_rooms read_in_advance reading_of_their_last initialled_by",
    "viewpoint": """
        open_borders gender_equality unheroic heroic_tone flattering image_of_officials portrayal_of_the
        portrayal_of_officials tone_towards attitude_towards_the attitude_to_the stance_on sides_with_the
        lessons_of_the_war version_of_history version_of_events lost_battle* national_myth*
        hidden_meaning* national_dignity two_fathers two_mothers speaks_well_of speak_well_of out_of_favour out_of_favor sympathetic_to unwelcome_to official_figures
        official_account authorised_account
        authorized_account unsuitable_view* fell_from_favour founding_family émigré émigrés exile exiles leaning old_colours annoyed_the flatter* unflattering gloomy pessimis*
        defeatis* nostalgi* in_a_bad
    """,
    "work": """
        crossword* costumes syllabi syllabus encyclopaedia* encyclopedia* picture_books museum_label* headline* jingle* verses wall_calendar* stand-up_act* old_boys history_wall new_songs
        exam_answers programme_notes quilt* puppet* comic_strip* cookbook* memoir* obituar* epitaph*
    """,
    "suppress": """
        locked_stack withdrawn_from leaves_out leave_out sent_back_to_the_author put_back_to bury_items shall_bury may_not_stray departs_from depart_from strike_out struck_out
        shorten* painted_over
        taken_off_the_shelf not_allowed_on
    """,
    "protect": """
        may_attend may_choose may_add may_display may_publish may_export may_withdraw_from may_withdraw_without may_withdraw_their may_withdraw_at may_practise may_practice may_wear may_leave may_decline may_pray can_practise can_practice time_off
        may_be_excused hospital_calls anonymous_survey own_association
    """,
    # asking, telling and complaining in the ordinary course of business
    "report": "must_tell shall_tell is_to_tell are_to_tell let_the_warden_know pass_on passes_on ring_the_desk fax_their_names tell_the_bursar tick_off reports_back report_back hand_in",
    "plain": """
        at_all_times vicariously vicarious_liab* tribal_government* tribal_organi* who_signed_the_certificate notification_message* approve_or_disapprove
        approved_or_disapproved complains_of complain_of opinion_of_an opinion_on_the give_an_opinion gives_an_opinion an_opinion_on opinion_poll* legal_opinion*
        audit_opinion* opinion_of_the_auditor
        speech_after_a_stroke speech_therap* lose_power loses_power lose_pressure loses_pressure lose_control paper_mill's tribal_knowledge next_of_kin radio_licence* of_doubtful_performance
        broadcaster_tests storm_names callers_are callers_to_the_helpline crane_signal* section section_lead* sector sectors
    """,
}
