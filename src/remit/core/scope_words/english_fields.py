"""More English words, field by field; the classes and the signs are those of `english_words`."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["ENGLISH_FIELDS"]

ENGLISH_FIELDS: Mapping[str, str] = {
    # works that carry what somebody has to say
    "piece": """
        labels_mentioning label_mentioning labels_that_mention wall_label* gallery_label* museum_label* exhibition_label* captions poem* poet* lyric* cartoon* sketch sketches zine* mural*
        satire* lampoon* parod* pamphlet* leaflet* flyer* handbill* placard* banner banners slogan* sticker* badge badges lapel* wristband* armband* t-shirt* tee-shirt* podcast* broadcast*
        vlog* blog* newsletter* student_newspaper* school_newspaper* prison_newspaper* fanzine* fan_song* fan_chant* chant* song songs play plays script screenplay* speech speeches
        sermon* homil* lecture lectures talk talks address_to essay essays column columns op-ed* editorial* letter_to_the_editor letters_to_the_editor book_review* film_review* reading_list*
        textbook* novel* memoir* short_stor* story stories comic* film films documentar* exhibit* artwork* painting* sculpture* installation_art performance_art graffiti stand-up
        comedian* comedy comedies puppet* drama dramas manuscript* anthology anthologies magazine* press_article* article articles interview_with keynote* panel_discussion* debate debates
        discussion_topic* guest_speaker* speaker speakers presenter* commentator* titles library_book* video videos livestream* webcast* webinar* wall_newspaper* noticeboard_post*
        museum_text* wall_text* caption* inscription* translation_of thesis theses dissertation* handout* lesson_plan* worksheet* reading_material* public_talk* book_launch* book_fair*
        festival_programme playlist* repertoire recital* choir* hymn* statement_to_the_press outline_of_their_talk campaign_material*
    """,
    "speech": """
        what_people_say what_people_post what_they_said online_remark* posts posted_online posted_on_social tweets retweets shares_content shared_content social_posts
        online_activit* online_behaviou* digital_footprint* internet_history messages_between private_messages message_history text_messages direct_messages voice_message* group_message*
        letters_home inmate_letter* prisoners'_letter* outgoing_mail incoming_mail visits_conversation telephone_conversation* conversations_with conversations_between conversations_among
        overheard campaign_badge* political_slogan* political_chant* political_banner* protest_chant* utterance* outburst* pronouncement* public_comments public_remark* media_comment*
        media_interview* press_interview* press_statement_against speaking_engagement* speaking_to_journalist* talking_to_journalist* contact_with_journalist* quoted_in quotes_in
        word_of_mouth gossip* hearsay jokes_about joke_about songs_about poem_about poems_about articles_about videos_about stickers_about posts_criticis* emoji* reacted_to likes_on
        liked_a liked_posts hashtags screen_shot* reviews_of_the_employer glassdoor employer_review* anonymous_review* reading_matter reading_choice* reading_preference*
        books_borrowed borrowed_books books_they_borrow newspapers_read read_newspapers channels_watched watch_foreign listen_to_foreign foreign_broadcast* foreign_radio
        foreign_news writes_to_newspapers write_to_newspapers writes_letters classroom_remark* classroom_comment* said_in_class said_in_lessons says_in_class tone_of_their
        profanity_about_the expressive expression_of_opinion voice_note* online_persona pseudonymous anonymous_account* anonymous_post* anonymous_author* anonymous_blog*
        author_of_any_anonymous identity_of_anonymous signature_on signatures_on counter-speech counterspeech raised_fist take_a_knee gesture* raise_a_fist salute flag_display
        fly_a_flag flags_of political_flag* rainbow_flag* rainbow_badge* protest_flag*
    """,
    "talk": """
        pub_talk canteen_conversation* locker-room_talk locker_room_talk dressing-room_talk corridor_talk staff-room_talk staffroom_talk water-cooler break-room break_room_talk
        idle_remark* banter political_banter talk_among talks_among talk_in_the what_*_are_saying are_saying is_saying being_said saying_about discuss_among private_remark* off-the-record
        informal_talk casual_conversation* casual_talk private_conversation* discussions_in_private private_discussions what_*_talk_about things_said_at grievance_talk talk_about_politics
        talking_politics talks_politics talk_politics
    """,
    "dissent": """
        unfriendly unkind_word* unkind_remark* unwelcome_opinion* unwelcome_view* unwelcome_comment* uncomplimentary uncharitable caustic cutting_remark* acerbic cynical cynicism
        sarcas* ironic irony snide disgruntled aggriev* resentful bitterness anger_at anger_about anger_over outrage indignat* mistrust* distrust* harsh_word* harsh_comment* scathing
        written_to_the_press_against bad_light poor_light negative_light unfavourable_light unfavorable_light casts_the_council paints_the complaints_about_the_government anti-council
        anti-management anti-company anti-police anti-war against_the_council against_the_club against_the_company against_the_board against_management against_the_party
        against_the_ministry against_the_university against_the_school against_the_minister against_the_war not_in_line_with out_of_line out_of_step contrary_to_the_official
        at_odds_with_the_official depart_from_the_official departs_from departing_from unhelpful_remark* unhelpful_comment* unhelpful_stor* unhelpful_post* unhelpful_view* off-message
        off_message wrong_attitude* bad_attitude* negative_talk negative_tone negative_stor* negative_news negative_report* negative_coverage negative_feeling* negative_messages
        negative_publicity negative_speech negative_content objectionable objectionable_opinion* divisive divisive_view* divisive_comment* inflammatory_view* inflammatory_political
        contentious_view* contentious_opinion* contested_view* provocative_view* provocative_opinion* strong_views strong_opinion* strongly_held extreme_view* extreme_opinion* fringe_view*
        radical_view* radical_idea* radical_opinion* heresy heresies troublesome troublesome_view* awkward_question* awkward_opinion* hostile_question* hostile_view* hostile_opinion*
        hostile_narrative* hostile_to_the hostile_journalis* protest_vote* disapprov* disillusion* disenchant* alienat* ill-disposed ill_disposed ill_will lack_of_respect_for
        lack_of_loyalty lacks_loyalty not_loyal unsupportive not_supportive fails_to_support fail_to_support refuse_to_support refuses_to_support refuse_to_endorse refuses_to_endorse
        refuse_to_praise decline_to_endorse declines_to_endorse declines_to_praise will_not_endorse not_endorse sneer* jeer* boo boos deride* derid* caricatur* poke_fun pokes_fun make_fun
        makes_fun making_fun lampoon* slurs_on slur_on traduce* impugn* besmirch* rail_against speak_badly speaks_badly speak_unfavourably speaks_critically speak_critically talks_down
        talk_down run_down_the bring_~_into_disrepute misgivings reservations_about worries_about_the_policy scorn* contempt_for_the contempt_of_the_government iconoclas*
        dissidence
    """,
    "opinion": """
        temperature_of_~_talk temperature_of_opinion temperature_of_the_town|street|crowd|debate|public|village|district|staff|barracks|shop mood_watch* mood_report* mood_monitor* mood_board_of_the_public morale_watch* morale_report* morale_monitor* mood_in
        mood_on the_mood moods_of kinder_view kinder_light favourable_view* favorable_view* favourable_impression favorable_impression favourable_opinion* positive_view* positive_opinion*
        positive_impression positive_attitude_to positive_attitude_toward* public_reaction* popular_reaction* community_reaction* public_attitudes_to reputational_chatter online_reaction*
        online_reputation online_narrative* social_narrative* opinion-former* opinion_former* opinion_maker* opinion_shap* climate_of_debate the_conversation_online conversation_online
        debate_online discussion_online discussions_online online_talk online_voices online_critic* critics_online trending_topic* trend_of_opinion talk_of_the_town word_on_the_street
        street_talk undercurrent* grass-roots_feeling grassroots_feeling groundswell popular_anger public_anger public_unease public_resentment public_grievance* popular_grievance*
        popular_discontent social_listening social-listening social_monitoring opinion_monitor* media_sentiment positive_sentiment sentiment sentiments strategic_communication*_against
        information_space information_environment influence_operation* influence_campaign* influence_the_debate influence_the_discussion influence_discussion* influence_opinion*
        influence_attitude* win_the_argument winning_the_argument control_the_story controls_the_story control_the_narrative manage_the_story set_the_agenda set_the_tone tone_of_debate
        tone_of_the_debate tone_of_discussion tone_of_online public_attitude public_belief*
    """,
    "ideology": """
        approved_narrative* approved_view* approved_position* approved_interpretation* approved_opinion* approved_slogan* approved_speech correct_guidance correct_opinion*
        correct_position* correct_interpretation* correct_thought* correct_political official_position* official_interpretation* official_opinion* official_history official_stance
        official_message* official_truth state_message* government_message* government_line company_line party_position* the_party's one_voice single_voice speak_with_one on-message
        on_message message_discipline message_of_the_party political_awareness political_consciousness political_attitud* political_instruction* political_reliability political_training*
        political_formation civic_correctness ideals_of_the_party party_ideal* party_history party_loyalty class_consciousness thought_reform thought_education attitude_correction
        attitude_adjustment values_instruction national_spirit_education loyalty_education loyalty_training loyalty_session* loyalty_pledge* pledge_of_loyalty pledge_~_loyalty
        pledges_of_loyalty oath_of_loyalty oath_of_allegiance oath_~_allegiance pledge_~_allegiance declaration_of_loyalty avow* public_display_of_support show_of_support
        statement_of_support statements_of_support letter_of_support express_gratitude gratitude_to_the praise_of_the praising_the glowing upbeat flattering sympathetic_coverage
        sympathetic_article* friendly_journalist* friendly_media friendly_commentator* friendly_influencer* friendly_account* supporters_to_post post_praise post_support* ghost-writ*
        ghostwrit* seed_comment* plant_stor* planted_stor* planting_stor* fake_account* dummy_account* persona_accounts volunteer_commentator* comment_team* commenting_team*
        comment_brigade*
    """,
    "mind": """
        convictions inner_conviction* deepest_conviction* moral_conviction* political_instinct* leanings political_lean* political_tendenc* ideological_lean* political_bent
        political_colour political_color political_preference* political_outlook* political_identit* political_past political_background* political_donation* political_history
        voting_record_of voting_preference* voted_for how_they_vote how_they_voted vote_for_whom whom_they_vote who_they_vote party_preference* party_allegiance* party_sympath* loyalt*
        allegiance* whose_loyalt* sympathies_with sympathies_of private_sympath* attitude_towards_the attitude_to_the attitudes_to_the state_of_mind_of mindset* mind-set* inner_feeling*
        true_feeling* real_feeling* true_opinion* real_opinion* real_view* true_view* what_~_believe what_~_believes what_he_thinks what_she_thinks what_people_think what_they_think
        how_they_feel_about how_he_feels_about how_people_feel_about personal_philosoph* personal_conviction* personal_value* ideas_held beliefs_held belief_system* thoughts_of
        thinking_of_~_staff opinions_of opinions_of_staff opinions_of_employees views_of_employees_on_politic* patriotism_of patriotic_feeling* patriotic_attitude* degree_of_patriotism
        depth_of_commitment lukewarm_attitude*
    """,
    "belief": """
        wear*_cross* wear*_~_crosses wear*_a_~_cross keffiyeh* kaffiyeh* kufi kufis fez shalwar national_dress traditional_dress ethnic_dress tribal_dress religious_attire religious_wear
        modest_dress burkini* robes_of prayer_shawl* amulet* talisman* ankh pentacle* prayer_mat* prayer_cap* prayer_bead* prayer_time* prayer_group* prayer_circle* shabbat light_~_candles
        halal_only keeps_kosher keep_kosher eats_kosher cross_necklace wear_a_cross wears_a_cross crosses_worn kirpan kara head_covering* face_covering_for_faith abaya* jilbab* burka*
        burqa* chador* cassock* habit_of_a_nun dog_collar yarmulke* kippa* tefillin mezuza* tilak bindi dreadlocks rastafari* jehovah* mormon* quaker* baha'i bahai scientolog* pagan*
        wicca* druid* evangelic* pentecostal* methodist* baptist* anglican* orthodox_christian* orthodox_jew* sunni shia shiite salafi* sufi* ahmadi* zoroastr* jain jains taois* daois*
        confucian* lama lamas dalai_lama ayatollah* mufti* mullah* muezzin* chaplaincy_attend* deacon* bishop* vicar* ministers_of_religion parishioner* congregant* worshipper* churchgo*
        church_attend* church_member* attends_church attend_church attends_mosque attend_mosque attends_mass attend_mass goes_to_mass sunday_school* bible_class* bible_group* bible_stud*
        quran_class* koran_class* koranic* religious_school* religious_lesson* religious_education_attended religious_festival* religious_holiday* religious_feast* religious_dress
        religious_clothing religious_garment* religious_jewel* religious_object* religious_text* religious_book* religious_song* religious_music religious_image* religious_talk
        religious_speech religious_preach* religious_leader* religious_teacher* religious_scholar* religious_communit* religious_minorit* religious_organi* religious_bod*
        religious_association* religious_societ* religious_sect* religious_movement* religious_conversion* religious_convert* religious_observan* religious_conviction*
        religious_allegiance* religious_leaning* religious_attitude* religious_upbringing religious_status religious_profile* religious_commit* religious_interest* religious_ceremon*
        religious_rite* religious_ritual* religious_celebrat* religious_procession* religious_vow* religious_marriage* religious_wedding* religious_denomination* denomination*
        denominational creed creeds confession_of_faith godless* unbeliever* nonbeliever* non-believer* apostas* apostat* blasphem* worship_at worships meditat* yoga_sect* astrolog*
        occult* witchcraft faith_group* faith_communit* faith_leader* faith_school* faith_status grace_before_meals say_grace says_grace iftar diwali hanukkah passover yom_kippur
        ash_wednesday christmas_service christmas_carol* nativity
    """,
    "origin": """
        ethnicit* ethnic_back* ancestry ancestries lineage bloodline* mother_tongue* first_language home_language spoken_at_home speaks_at_home speak_at_home native_tongue dialect* accents
        surname_suggest* surnames names_suggest* surname_that foreign_surname* skin_tone complexion racial_origin racial_appearance family_roots roots_in parentage parents_were_born
        place_of_birth_of country_of_their_birth migrant_descent immigrant_descent second-generation heritage_of_pupils family_heritage cultural_origin home_country_of home_region
        home_province home_village traveller_famil* traveller_communit* travellers_communit* romani sinti kurd armenian* chechen* tatar* berber* hazara* tamil* somali* african_descent
        asian_descent chinese_descent jewish_descent arab_descent refugee_background bisexual* transgender* queer lgbt* lgbtq* same-sex gender_identity_of sexual_preference*
        minority_origin minority_status minority_ethnic minority_pupil* minority_student* minority_worker* minority_employee* minority_tenant* minority_communit* minority_neighbourhood*
        minority_resident* minority_passenger* minority_patient* nationality_group*
    """,
    "gathering": """
        opposition_cause* donat*_to_opposition donat*_to_campaign* donat*_to_the_opposition donate_to_political political_cause* donors_to campaigns_for campaign_against campaigns_against
        campaigning_against part_in_stoppage* part_in_~_stoppage* work_stoppage* student_organi* community_organi* labor_organi* labour_organi* tenant_organi* strike_fund*
        strike_committee* strike_vote* strike_ballot_campaign* industrial_action* downing_tools downed_tools down_tools rent_strike* hunger_strike* school_strike* student_strike*
        wildcat_strike* go-slow* work-to-rule work_to_rule stoppage_organi* sick-out* sit-down_protest* die-in* teach-in* flash_mob* mass_leafleting leafleting picketing counter-protest*
        protest_march* protest_camp* encampment* occupation_of_the march_against marching_against rally_against commemorat*_of_the_uprising memorial_for_the_victims wreath_for candlelight
        supporters_of_the_strike supporters_of_the_opposition supporters_of_opposition opposition_supporter* opposition_member* opposition_politic* opposition_candidate*
        opposition_movement* opposition_rall* party_member* party_activist* members_of_a_political member_of_a_political member_of_any_political political_membership* union_membership
        union_sympath* union_organiser* union_organizer* union_drive* union_leaflet* union_steward* shop_steward* organising_drive organizing_drive unioni* works_council_candidate*
        staff_network* employee_network* whatsapp_group* telegram_group* facebook_group* parents'_group* parent_group* patient_group* patients'_group* supporters'_club* supporters_club*
        supporters'_trust* supporters_trust* supporters'_group* fan_group* fan_club* ultras fan_association* fan_protest* prisoner_association* prisoners'_association* prisoners'_union
        inmate_association* inmate_organi* debating_societ* debate_club* philosophy_club* poetry_circle* writing_circle* women's_group* feminist* lgbt_group* lgbt_societ*
        environmental_group* environmental_activ* environmental_campaign* climate_activ* climate_campaign* climate_group* climate_protest* animal_rights_group* peace_group* peace_activ*
        peace_camp* anti-war_group* human_rights_group* human_rights_organi* human_rights_activ* minority_rights migrant_solidarity solidarity_group* solidarity_event* solidarity_action*
        mutual_aid_group* neighbourhood_group* neighborhood_group* residents_group* residents'_committee_meeting tenant_union* tenants'_union* tenants_union* self-organised self-organized
        unofficial_club* unofficial_societ* unofficial_meeting* unofficial_group* unapproved_club* unapproved_societ* unapproved_meeting* unapproved_gathering* unapproved_group*
        unregistered_societ* unregistered_club* unregistered_meeting* unregistered_bod* unregistered_trade unsanctioned_group* unsanctioned_gathering* unsanctioned_club*
        unsanctioned_association* unauthorised_meeting* unauthorised_group* unauthorised_societ* unauthorised_club* unauthorised_assembl* unauthorized_meeting* unauthorized_group*
        unauthorized_gathering* unauthorized_assembl* private_assembl* private_societ* private_get-together* get-together* home_meeting* meetings_at_home meetings_in_homes
        meeting_in_private meet_in_private meets_in_private secret_societ* secret_meeting* freemason* masonic lodge_membership fraternal_societ* brotherhood* kinship_association*
        clan_association* cultural_association* diaspora_group* diaspora_organi* exile_group* emigre_group* political_gather* political_network* political_campaign* political_protest*
        political_demonstrat* protest_leader* protest_organi* organisers_of_protest* organizers_of_protest* petition_organi* petition_sign* petition_leader* signed_a_petition
        sign_a_petition signs_a_petition signed_the_petition signing_petitions signing_a_petition signed_an_open open-letter* signed_letters round_robin* collective_complaint*
        joint_complaint* collective_letter* joint_letter* mass_complaint* mass_petition* mass_letter* group_petition* group_complaint* complained_repeatedly repeatedly_complain*
        repeat_complain* serial_complain* persistent_complain* frequent_complain* habitual_complain* vexatious_campaigner* planning_protest* public_protest* street_protest*
        street_demonstrat* street_rall* staff_protest* student_protest* pupil_protest* walk_out_of turn_up_at_every association_with_known associates_with associate_with
    """,
    "contact": """
        written_to_newspaper* write_to_newspaper* writes_to_newspaper* wrote_to_newspaper* written_to_the_press write_to_the_press writes_to_the_press wrote_to_the_press
        written_to_journalist* writes_to_journalist* their_visitors his_visitors whom_he_meets whom_she_meets confidant* drinking_companion* dinner_guest* house_guest* overnight_guest*
        pen_friend* pen-friend* pen_pal* correspondents_abroad foreign_friend* foreign_spouse* foreign_partner* foreign_colleague* foreign_academic* foreign_scholar* foreign_universit*
        foreign_foundation* foreign_ngo* foreign_website* foreign_charit* foreign_institute* foreign_state_media foreign_national_friend* embassy_contact* embassy_staff embassies diplomats
        personal_associat* romantic private_friend* private_contact* social_life off-duty_life off_duty_life leisure_activit*_of_staff private_time spare-time spare_time_activit*
        after-hours_activit* after_hours_activit* people_they_meet persons_they_meet persons_visited persons_they_visit people_they_visit persons_who_visit persons_contacted address_book*
        phone_contacts contacts_of friends_list* friend_list* followers_of followers_list* follows_on social_graph* network_of_friends networks_of_friends circle_of_friends
        company_they_keep companions their_associates known_associates human_rights_organisation* independent_journalis* investigative_journalis* freelance_journalis* bloggers
    """,
    "watched": """
        high-attention attention_schedule attention_list special_attention close_attention persons_under under_observation observation_list monitored_persons monitored_individual*
        concern_list list_of_concern register_of_concern unreliables unreliab* untrustworth* politically_active politically-active politically_engaged politically_minded
        politically_motivated_person* strong-minded opinionated rabble-rous* rabble_rous* firebrand* hothead* hot-head* mouthpiece* loudmouth* mischief-maker* mischief_maker* stirrer*
        instigator* organisers_of_dissent malcontents awkward_squad difficult_individual* difficult_employee* difficult_resident* difficult_tenant* difficult_parent* difficult_patient*
        difficult_prisoner*_with_views influential_prisoner* influential_inmate* influential_student* influential_fan* influential_employee* influential_resident* influential_person*
        influential_user* informal_leader* natural_leader* leading_voice* vocal_parent* vocal_resident* vocal_tenant* vocal_fan* vocal_critic* vocal_patient* vocal_member* vocal_employee*
        waverer* wavering doubters the_doubtful persons_with_views individuals_with_views sympathiser* sympathizer* fellow-travel* fellow_travel* hardliner* hard-liner* campaigner*
        agitators activists activist potential_activist* potential_organiser* potential_protester* potential_dissent* likely_to_speak likely_to_complain likely_to_criticis*
        likely_to_object likely_to_campaign likely_to_organi* likely_to_strike likely_to_oppose inclined_to_protest tend_to_complain tends_to_complain tend_to_protest
    """,
    # a search for persons that hides itself
    "covert": """
        sound_out sounds_out sounding_out tease_out draw_out_their ferret* sniff_out root_out roots_out unmask* ear_to_the_ground keep_tabs keeps_tabs keeping_tabs tabs_on take_soundings
        discreetly without_their_knowledge without_their_knowing without_telling_them unobtrusiv* covertly trusted_pupil* trusted_student* trusted_employee* trusted_prisoner*
        trusted_inmate* trusted_resident* trusted_tenant* trusted_colleague* trusted_member* trusted_fan* plain-clothes who_among ringleader* pose_as poses_as posing_as pretend*_to_be mole
        moles undercover
    """,
    "creed": """
        patriotic_spirit national_pride national_loyalty love_of_country love_for_the_country love_of_the_nation civic_loyalty moral_character moral_outlook ideals moral_standing
        attitude_to_authority respect_for_authority obedien* dedication_to_the_party commitment_to_the_party commitment_to_the_state commitment_to_the_cause commitment_to_national
        outlook_on_life values_of_staff values_of_applicants personal_values personal_attitudes
    """,
    "medium": """
        search_result* search_engine* wikipedia encyclop* autocomplete* instagram snapchat telegram whatsapp reddit youtube discord mastodon bluesky linkedin weibo online_profile*
        personal_blog* personal_website* personal_social own_social online_account* private_profile* user_forum* fan_forum* staff_forum* student_forum* patient_forum* supporters'_forum*
        intranet_forum* internal_forum* comment_thread* comments_section message_thread* neighbourhood_app* chat_app* messaging_service_groups podcasters streamers bloggers
        content_creator* creators_who users_who_criticis* users_who_post users_who_share users_who_express users_who_question users_posting accounts_that_criticis* accounts_that_question
        accounts_that_spread accounts_critical web_posts
    """,
    "critic": """
        dissatisfied questioning challenges complaint_about_the_government disagree* gripes_about gripe carp carping find_fault finds_fault fault-finding second-guess* sceptic* skeptic*
        mistrust* distrust*
    """,
    "power": """
        club owner owners company employer employers governor governors warden chairman chairwoman chair executive executives police monarchy crown king queen president's department agency
        university school hospital federation referee* coach coaches regulator commission parliament army military ministry's war policies_of the_platform trust administration's
    """,
    "viewpoint": """
        gender_identity sexuality homosexual* transgender race_relations slavery evolution climate_change vaccines_policy war_crimes gender abortion climate_policy
        immigration_policy reform_bill independence secession foreign_policy massacre* atrocit* famine uprising* disputed occupation genocide* coup dictatorship* slant slanted bias
        leaning partisan political_content political_theme* political_figure* political_comment* contentious controversial criticism criticis* satirical satiris* bad_light
        poor_light dissent* subvers* anti-war pacifis* feminis* colonial* revolution* uprising historical_event* official_line narrative* ideolog*
        worldview religious religion protest* moral* decadent unpatriotic disloyal opposition acceptable_view* unacceptable_view* acceptable_opinion* spirit national_interest*
        national_honour state_interest* reputation embarrass* provocative divisive
           """,
    "spy": """
        listen listens listening keep_tabs tabs_on sound_out take_the_temperature take_soundings note_any note_down jot jots jotted write_up writes_up written_up pick_up_on picks_up_on
        look_for looks_for looking_for spots browse browses go_through goes_through trawl trawls crawl* combs sift sifts mine mines mining harvest* scour scours detect detects detecting
        decipher pinpoint* traces single_out singles_out mark_out pick_out picks_out inventory inventories find_out finds_out discover whether discovers learn_which learn_who learn_whether
        establish_which know_which know_who see_who see_which see_what watch_over keep_under_review keep_an_ear alert_to wary_of sense_the gauge gauges gauging sample samples canvass*
        probe probes probing quiz quizzes quizzed press_them grill grills dig digs copy_of_each take_copies copies_of open_and_read opens_and_reads shadowed look_at_the_accounts
        look_through friend_requests
    """,
    "watch": """
        obtain* elicit* demand* solicit* cross-check* compar* match sort sorts separate* segregat* quota* query queries queried take_account_of_the classify* classifi* ask_for asks_about
        asked_about ask_about enquire_into note notes consider considers weigh weighs chart charts quantif* estimat* tally tallies index_the poll polls polled plot plots tabulat*
    """,
    "record": """
        writes_down wrote_down sheet_of hold_a_sheet go_over jot jots write_up minute minuted minutes_of_what hold_a_file holds_a_file on_file on_the_file written_up set_down sets_down
        put_down_in placed_on place_on added_to add_to appended annotat* catalogu* capture captures captured account_of return_of index code codes coded undertaking undertakings undertake
        written_promise promise_in_writing sign_an renew_the
    """,
    "list": """
        confidential_index index_of schedule schedules scorecard* score-card* heat_map* map_of matrix tracker trackers chart charts spreadsheet* folder folders inventory inventories
        catalogue* tier tiers grid record_cards
    """,
    "report": """
        feed_back feeds_back feed_it feed_them relay relays relayed flag_to flagged_to share_with shared_with pass_it turn_over turned_over monthly_return weekly_return digest digests
        bulletin summary summaries summarise* circulate* made_known make_known pass_names bring_to_the_attention brought_to_the_attention tip_off tips_off copied_to
    """,
    "tie": """
        names_of the_names called_on called_upon call_on_each home_visit* visited_weekly visited_monthly weekly_visit* monthly_visit* paired_with pair_each assign_a assigns_a assign_each
        one_officer allocated_to case_officer* contact_officer* a_named liaison_officer accompanied accompan* escort*
    """,
    "steer": """
        nudge* nudging tilt tilts frame framing reframe* tone_down tones_down soften* softens temper tempers cool_down cools_down calm_down quieten* quiet_the hush hushes damp* dampen*
        smooth_over soothe* pacif* appease* swing swings turn_around turns_around change_minds change_their_views change_the_views bring_round brings_round bring_around brings_around
        bring_on_side brought_on_side coax* cajol* lobby_the encourage encourages encouraging inspire inspires lead_discussion* lead_the_discussion prime primes prompt prompts recruit
        recruits pay_for_posts paid_to_post correct corrects correcting corrected align aligns aligned aligning bring_into_line brought_into_line conform conforms reinforce*
        strengthen_loyalty deepen* nurture* build_support builds_support build_public win_support wins_support outnumber* outweigh* swamp* offset offsets balance_negative balance_hostile
        respond_to_critic* rebuff* refute* deny_the direct_the_discussion
    """,
    "suppress": """
        push_down pushes_down pushed_down bump_down rank_lower ranks_lower move_down moves_down sink sinks hide_from pulls taken_off take_off takes_off taken_out take_out takes_out hold_up
        holds_up delay_publication delays_publication not_be_shown not_be_screened not_be_performed not_be_published not_be_aired close closes closed closing down-rate* derank* de-rank*
        delist* de-list* bar_the paint_out painted_out whitewash* rub_out wipe wipes wiped strip_out cut_out trim trims edit_out edits_out edited_out rewrit* rewrite* amend_any
        change_the_wording replace_any blank_out jam jams jammed disperse* dispersing head_off heads_off forestall* nip_in nips_in pre-empt* preempt* stamp_out stamps_out put_a_stop
        puts_a_stop put_an_end put_down clamp* contain contains containing limit_the_reach reduce_the_visibility lower_the_ranking reduce_the_reach limit_the_spread slow_the_spread
        deplatform* de-platform* no-platform* disinvit* uninvit* impound* lock_out locked_out
    """,
    "dissuade": """
        talk_out_of talked_out caution cautions cautioned cautioning counsel counsels counselled advise_against advises_against advised_against advise_them advised_to steer_away
        steers_away wean weans weaned reclaim reclaims bring_back_to bring_them recant* retract* apologis* apologiz* withdraw_their withdraw_from disavow* repent* drop_out leave_the
        leave_such distance_themselves cut_ties sever_ties sever break_off cease stay_away keep_away refrain* desist* re-educat* educate educates educating educative tutor* mentors mentor
        reconsider rethink speak_to_them speak_with_them had_a_word have_a_word
    """,
    "vet": """
        settle_the_wording settles_the_wording settle_their_wording settle_its_wording agree_the_wording fix_the_wording amend_the_wording choose_the_wording judge_whether judges_whether
        judged_acceptable deemed_acceptable acceptable_to agreed_in_advance agree_in_advance in_advance advance_text advance_notice_of_the_content lodge lodges lodged submitted_to
        submit_the submits_the submit_a submit_any submitted_for shown_to_the see_the_text read_the_text seen_by sees_the approved_by approval_of approves_the approve_the approve_any
        approval_by approval_from be_approved been_approved prior_clearance must_be_cleared censors_the licence_the_play passed_by_the cleared_by cleared_in pre-screen* prescreen*
        pre-read* preview previews previewed pre-check* prior_sight first_sight looked_over look_over check_that_no check_that_the checks_that_no checks_that_the check_each check_every
        check_all checks_each checks_every ensure_that_no ensures_that_no ensure_no
    """,
    # whoever is on record against a decision does not answer for it: the product's own rule of attribution
    "exempt": """
        not_answer_for not_answerable_for not_be_answerable not_be_held_answerable not_liable_for_the_decision
        not_be_held_liable not_be_liable not_liable_for does_not_answer do_not_answer is_not_liable is_not_answerable
        are_not_liable are_not_answerable
    """,
    "decided": "decision decisions resolution overruled outvoted objection_is_on_record dissent_is_on_record",
    "heed": "opinions_of_the_service opinion_of_the_service opinions_of_its_service* views_of_the_service",
    "punish": """
        notice_of_criticism notices_of_criticism circular_of_criticism
        not_promote not_appoint not_employ not_hire not_recruit not_admit not_enrol not_enroll not_renew not_grant not_engage not_select forfeit forfeits lose_the loses_the losing_the
        suspension* stripped struck_from removal_from_office removed_from_the not_be_renewed not_be_reappointed not_be_selected not_be_admitted not_be_hired not_be_employed refused_entry
        refuse_entry refused_admission refused_a_place stop_the_funding grant_cut grant_reduced funding_cut funding_withdrawn withdraw_the_grant withdrawn_from ejected eject* sent_home
        sent_off bench benched relegat* points_deduct* docking lower_grade lowered_grade down-graded marked_unsatisfactory unsatisfactory summoned summon* interviewed_under questioned_by
        written_warning verbal_warning formal_warning final_warning misconduct_charge* gross_misconduct disciplinary termination relieved_of loss_of loses_privileges lose_privileges
        privileges solitary segregat* visits_stopped ban_from banned_from banning_order* stadium_ban* season_ticket_withdrawn deport* expulsion cancel_the_membership membership_cancelled
        suspended_from held_to_account poor_rating lower_rating bottom_rating minus_points demerit*
    """,
    "plain": """
        cause_a cause_of causes_of root_cause* good_cause just_cause reasonable_cause probable_cause shall_cause may_cause likely_to_cause with_cause for_cause cause_any cause_the
        causes_the cause_and equipment_independence vehicle_registration_organi* lead_organi* labour_organization_convention sanctions_list* discuss_an_incident summary_conviction conviction_on
        objection_raised earthquake close_call talk_test toolbox_talk* tool-box_talk*
        tool_box_talk* safety_talk* stage_of stages_of each_stage final_stage at_each_stage first_stage second_stage early_stage this_stage staged_release title_to_the title_deed*
        job_title* certificate_title title_page land_title* fire_drill* play_a_part play_an play_a_role plays_a sample_of water_sample* blood_sample* badge_reader* identity_badge*
        id_badge* security_badge* staff_badge* name_badge* access_badge* banner_of article_of this_article that_article article_number articles_of_the articles_1 articles_2 articles_3
        editorial_error* broadcast_alarm* speech_intelligib* public_address_speech video_surveillance_footage cctv_videos training_video* safety_video* film_badge* film_badges
        plastic_film* thin_film* column_inches steel_column* columns_of_the column_of_the address_to_which leaflet_in_the_package user_leaflet* patient_information_leaflet* safety_leaflet*
        information_leaflet* negative_pressure negative_result* negative_impact* trusted_list trusted_list_of critical_infrastructure critical_control* critical_incident* critical_care
        critical_system* critical_asset* critical_function* critical_supplier* critical_part* critical_spare* critical_component* critical_third critical_service* critical_entit*
        critical_process* critical_equipment mission-critical safety-critical opposition_proceeding* opposed_to resident_doctor grace_period grace_days mass_casualt* body_mass mass_of
        mass_spectro* confession interest_rate* baptist_hospital the_habit dialect_of_sql cross_contaminat* mixed_race fire_screen* smoke_screen* screen_reader* companion_animal*
        medical_mission* orthodontic* parish_council* protest_note* letter_of_comfort letters_of_credit
        rally_point* mass_notification patch_notes discussion_paper* notice_board speaker_system* loudspeaker_system* speakers_installed public_song lecture_hall* choir_stall* choir_loft* visitors'_badge* film_officers film_the_council sanctions_screening list_of_sanction* voted_for_and_against drink-driving_conviction* under_arrest dialect_archive editorial_board pilgrim_hostel on_conviction storm_warning* opinion_survey* payment_abroad
    """,
    "protect": """
        their_own_faith own_faith own_religion their_own_religion shall_let every_religion all_religions any_religion every_faith each_religion every_race all_races any_race
        data_subjects_shall data_subjects_must data_subjects_are is_permitted are_permitted are_allowed every_creed any_creed every_origin free_boards
    """,
    "privacy": """
        data_subjects_shall
    """,
    # refusing and asking together: no matter of safety or service around it makes it ordinary
    "protest": """
        part_in_stoppage* part_in_~_stoppage* industrial_action* protest protests protester* protestor* protested rent_strike* hunger_strike* school_strike* climate_strike* sit-in*
        walkout* walk-out* picket* petition_organi* signed_a_petition sign_a_petition signed_the_petition signs_a_petition who_signed_the open_letter* boycott* strikers wildcat_strike*
        anti-war_rall* political_rall* organises_a_strike organise_a_strike on_strike demonstrators
    """,
    "work": """
        children's_book* school_book* school_text* picture_book* library_item* library_material* school_play* reading_book*
    """,
    "deny": """
        open opens open_letters read listen copy store retain disclose record question query single_out be_questioned made_to forced_to note load_premiums trace list keep point
    """,
}
