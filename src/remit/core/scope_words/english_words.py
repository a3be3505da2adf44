"""English words by class of meaning; the classes are those of the Chinese words.

`*` stands for any ending, `_` for white space, `_~_` for up to four words between and `_#` for a number in figures.
The longest entry at a place wins, so that a longer harmless one (good_faith) takes the place of a shorter one.
"""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["ENGLISH"]

ENGLISH: Mapping[str, str] = {
    # laying down or steering what people are to think
    "ideology": """
        ideolog* propagand* indoctrinat* party_line agreed_line approved_line official_line correct_line official_narrative* narratives counter-narrative* patriotic_education
        patriotic_training political_education political_study political_training political_instruction political_lesson* positive_energy party_spirit thought_work re-educat* reeducat*
        favourable_comment* favorable_comment* favourable_remark* favorable_remark* talking_points counter-messag* hostile_voice* critical_voice* dissenting_voices
        negative_voice* in_a_good_light positive_light favourable_light favorable_light positive_coverage favourable_coverage favorable_coverage positive_stories party_doctrine
        unity_of_thought correct_thinking right_thinking mainstream_values spread_the_message win_hearts hearts_and_minds spread_positive correct_view* correct_understanding right_view*
        right_attitude* official_view* remain_positive stay_positive positive_about negative_ones approved_version authorised_version approved_message* shift_opinion* shape_opinion*
        sway_opinion* mould_opinion* opinion_in_favour opinion_in_favor give_prominence_to_stories prominence_to_stories public_support_for positive_review* favourable_review* praise_the
        defend_the_reform defend_the_policy defend_the_government defend_the_decision same_message speak_in_favour speak_in_favor carry_the_official carry_the_agency standard_rebuttal*
        standard_reply_to_critic* supportive_comment* supportive_post* resistance_online words_supplied declare_~_support pledge_~_support express_their_support show_their_support
        vow_loyalty the_incident_and_no_other account_~_and_no_other official_posts positive_comment* share_official supportive_message* positive_message* negative_stor* approved_account*
        support_the_reform support_the_campaign so_that_their_articles online_commentator* number_of_comments_posted comments_posted_by_staff loyal_commentator* leader's_portrait*
        portrait_of_the_leader portraits_of_leaders portrait_of_the_president sing_the_praises in_praise_of letters_of_support praise_for_the
    """,
    # what the public thinks and feels
    "opinion": """
        public_opinion* public_sentiment popular_sentiment public_mood popular_mood mood_of online_opinion* online_sentiment online_discussion* online_debate* online_conversation*
        online_chatter hostile_talk hashtag* trending negative_comment* negative_coverage hostile_coverage critical_coverage unfavourable_coverage negative_publicity adverse_publicity
        astroturf* social_media_chatter community_sentiment staff_sentiment employee_sentiment workforce_sentiment student_sentiment sentiment_analysis sentiment_monitoring troll_farm*
        sock_puppet* opinion_leader* comment_section* online_threads negative_theme* negative_topic* negative_sentiment hostile_sentiment public_discussion public_discourse public_debate
        public_attitude* popular_opinion public_feeling popular_feeling opinion_trend* public_perception* public_discontent public_criticism morale_of_the_public online_mood
        public_conversation critical_discussion* stories_that_support stories_favourable stories_favorable public_attitudes public_perceptions climate_of_opinion opinion_climate
        pessimistic_views mood_among mood_of_the attitudes_among sentiment_among opinion_among opinions_among survey*_of_loyalty loyalty_survey*
    """,
    # what a person thinks
    "mind": """
        political_opinion* political_view* political_belief* political_leaning* political_affiliation* political_sympath* political_attitude* political_reliab* politically_reliab*
        politically_unreliab* political_loyal* political_conviction* political_allegiance* political_orientation political_inclination* political_stance* political_position*
        private_thought* private_opinion* private_view* private_belief* worldview* world_view* personal_opinion* personal_view* personal_belief* dangerous_idea* harmful_idea* wrong_idea*
        incorrect_idea* disloyal* unpatriotic subversi* sedit* wrong_thinking political_persuasion* voting_intention* voting_behavio* party_membership how_*_voted what_*_think*
        inner_thought* frame_of_mind separatis* opinions_expressed views_expressed opinions_held views_held hold_opinions holds_opinions deviant_view* unsound_view* unreliable_element*
        political_soundness sound_views change_of_heart change_their_mind* loyalty_of loyalty_to loyalty_score* loyalty_rating* loyalty_test* loyalty_oath* expressions_of_loyalty
        political_interests ideas_of attitude_to attitude_toward* attitudes_to attitudes_toward* sympathies political_commitment* political_opinions_of what_they_believe
        what_people_believe what_he_believes what_employees_believe what_staff_believe
    """,
    # persons to be watched or won over, and the ways to do it
    "dragnet": """
        dissident* political_activist* known_activist* troublemaker* trouble-maker* subversives repeat_petitioner* persistent_petitioner* known_petitioner* political_opponent*
        regime_critic* government_critic* known_critic* political_suspect* former_protester* known_protester* political_profile* dissenters human_rights_lawyer* known_complainant*
        complainants_from political_offen* political_prisoner* political_detainee* politically_suspect politically_unsafe
    """,
    # vetting by viewpoint, by name
    "censorship": """
        censor* politically_sensitive political_clearance political_vetting political_screening political_suitability political_review politically_vetted politically_acceptable
        politically_correct ideologically viewpoint_review sensitive_keyword* banned_word* forbidden_word* banned_topic* forbidden_topic*
    """,
    # speech named by its fault
    "heresy": """
        banned_opinion* forbidden_opinion* incorrect_opinion* wrong_opinion* unauthorised_opinion* thoughtcrime improper_remark* inappropriate_remark* erroneous_remark* improper_speech
        inappropriate_opinion* disloyal_remark* critical_remark*
    """,
    # religion as a person's own
    "belief": """
        faith faiths worship* ramadan sabbath bapti* bible* quran* koran* atheis* creed* believer* congregation* clergy imam imams priest priests pastor pastors monk monks nun nuns preach*
        sermon* hijab* headscar* veil veils turban* crucifix* christian* muslim* jew jews jewish buddhis* hindu* sikh* catholic* protestantism islam* cult cults sect sects proselyt*
        spiritual* missionar* rosary rosaries falun theolog* scripture* rabbi* eid godparent* bless* evangel* gospel mass_attendance house_church* agnostic* heathen pilgrim*
        skullcap* holy_book* holy_day* religious_conver* observe_religious* observe_ramadan observe_fast* observing_religious who_fast who_fasts religious_belief*
        religious_affiliation* religious_identit* religious_background* religious_meeting* religious_opinion* their_religion whose_religion religion_of religious_group* religious_class*
        religious_symbol* religious_literature religious_fast* religious_practi* religious_service* religious_instruction religious_gathering* what_religion which_religion
        religious_persuasion religious_view* religious_activit* religious_tract* religious_material* religious_leaflet* religious_head friday_prayer* communion kippah
        yarmulke niqab burqa hymn* psalm* cleric clerics seminarian* who_convert* students_who_convert converted_to for_religious_reasons house_of_prayer prayers prayer pray
        praying prays prayed banned_church* banned_sect*
    """,
    # religion as a matter
    "religion": "religio* religious_image*",
    # places and bodies of religion
    "shrine": """
        church* mosque* temple* synagogue* chapel* cathedral* shrine* monaster* place_of_worship places_of_worship
    """,
    # ethnicity, origin, orientation
    "origin": """
        ethnic* race racial* national_origin* country_of_birth country_of_origin birthplace* ancest* tribe* tribal caste castes minority_group* minorities minority_background*
        mother_tongue sexual_orientation skin_colour skin_color roma migrant_background immigrant_background* foreign_background* family_background* native_language family_origin*
        regional_origin* gay lesbian homosexual* indigenous clan clans sexuality foreign_descent foreign-born accent the_minority minority_household* minority_famil* minority_language*
        home_language* kurdish kurds tibetan* uyghur* rohingya gypsy gypsies turkic arab arabs surname_origin northerner* southerner* foreign-sounding ethnicity
    """,
    # what people say and write
    "speech": """
        blog blogs blogger* tweet* private_message* chat_group* group_chat* commentary commentaries slogan* pamphlet* repost* opinion_piece* op-ed* editorial* what_*_write* what_*_read*
        what_*_post* letters_to_the_editor rumour* rumor* speech speeches reading_habit* browsing_history browsing_habit* borrowing_record* loan_record* library_loan*
        personal_e-mail* personal_email* private_e-mail* private_email* private_letter* private_correspondence correspondence placard* graffiti cartoon* meme memes satir* diary
        diaries express_support expresses_support expressed_support expressing_support expresses_sympath* express_sympath* expressing_sympath* shows_sympath* show_sympath* sympathis*
        sympathiz* expresses_solidarity solidarity_with express_opinion* expresses_opinion* expressing_opinion* like_a_post likes_a_post likes_or_shares share_posts shares_posts
        public_statement* statements_about poem poems song_lyrics reading_lists_of who_speaks spoken_at sensitive_subject* sensitive_topic* forwarded_messages
        newsletters_received books_read opinions_of views_of views_on opinions_on opinion_on expressions_of voicing voices search_term* search_histor* search_quer* viewing_habit*
        viewing_histor* critical_statements what_~_write what_~_post what_~_read songs_they protest_banner* banners discussions_among discussions_on telephone_call*
        phone_call* calls_to online_statement* harm_the_reputation harm_to_the_reputation reputation_of_the_city damage_the_reputation damaging_the_reputation bring_into_disrepute
        past_comments posts_about posts_by posts_online hostile_post* posts_critical posts_hostile likes_posts reposts posting_about posting_on
        posting_comments what_people_read what_they_read what_~_borrow badge_of armband* flyer* handbill* letter_to_the_editor letters_to_editor give_interview* gives_interview*
        gave_interview* bring_~_into_disrepute brings_~_into_disrepute smear* besmirch* damage_the_image damages_the_image harm_the_image harms_the_image
        image_of_the_government image_of_the_state flag_of_protest protest_song* protest_badge* political_badge* protest_poster* political_poster* political_sticker* protest_sign* placards
        banned_song* forbidden_song* banned_book* forbidden_book* forbidden_video* banned_video* forbidden_content forbidden_literature banned_literature banned_material*
        forbidden_website* banned_website* angry_comment* hostile_comment* negative_feedback_online phones_for forbidden_film* banned_film* banned_newspaper* banned_magazine*
        banned_author* banned_singer* banned_artist* banned_idea* banned_view* banned_topic* banned_word* banned_slogan* banned_symbol* banned_literature* banned_content* banned_writer*
        banned_poem* banned_play* forbidden_newspaper* forbidden_magazine* forbidden_author* forbidden_singer* forbidden_artist* forbidden_idea* forbidden_view* forbidden_topic*
        forbidden_word* forbidden_slogan* forbidden_symbol* forbidden_literature* forbidden_material* forbidden_content* forbidden_writer* forbidden_poem* forbidden_play*
    """,
    # speech against
    "dissent": """
        critici* critique* dissent* disagree* grumbl* discontent* dissatisf* disaffect* mock mocks mocking mocked mockery ridicul* hostile complain_about complains complaining
        unfavourable unfavorable anti-government antigovernment voice_doubt* voices_doubt* insult* disparag* unorthodox radical* extremis* resentment unrest defam* slander* denounc*
        challenge_the challenges_the challenging_the question_the questions_the questioning_the negative_remark* negative_view* negative_opinion* negative_post* negative_attitude*
        critical_of critical_post* critical_article* critical_view* critical_stor* critical_report* critical_comment* critical_opinion* critical_statement* critics critic sceptic* skeptic*
        controversial speak_out speaks_out speak_against speaks_against spoken_against speaking_against spoke_against speak_ill speaks_ill blasphem* heterodox* heretic* dislik*
        unpopular_opinion* malcontent* rebellious anti-party anti-regime anti-state undermin* bad-mouth* object_to_the protesting embarrass* unflattering discredit*_the vilif* belittl*
        incite_discontent unsympathetic unconvinced disloyal unhappy complainer* vote_against votes_against voted_against sceptical skeptical failings_of_the
        dwell_on_fail* faults_of_the_government mistakes_of_the_government contradict_the contradicts_the contradict_official contradicts_official contradicting_the contradict_government
        cast_doubt* casts_doubt* express_doubt* raise_doubts_about defian* disobedien* disrespect* irreveren* negativit* pessimis* defeatis* contrarian* naysay* lack_of_enthusiasm
        unenthusiastic rebel* stir_up stirs_up against_the_government against_the_administration against_the_leadership against_the_policy against_the_regime against_the_state
        not_support_the opposed_to_the hostile_to hostility_to unfavourably unfavorably disloyal_talk critical_media lukewarm ungrateful objectionable_views dislike* disapproval_of
        disapproves_of disapproving_of
    """,
    # speech against, where it is against power
    "critic": """
        doubt* voiced voicing criticis* criticiz* remark grumble* moan complain complains complained complaining mock* praise* blame* discuss_the discussing_the
    """,
    # what people feel
    "view": """
        views opinions opinion attitude* feeling* how_~_feel how_~_feels feelings_about feel_about feels_about
    """,
    # those whom criticism meets
    "power": """
        government* policy policies official officials ministry minister* authorities regime party leader leaders leadership management superior superiors director* board state mayor
        council senior_management president administration
    """,
    # where people say it
    "medium": """
        social_media social_network* personal_account* private_account* online_forum* chat_room* messaging_app* messaging_group* wechat facebook twitter tiktok private_device*
        private_channel* personal_phone* private_phone* podcast* influencer* vlogger* youtuber* online_comment* online_post* online_communit* online_activity personal_page* internet_forum*
        discussion_board* comments_about comments_made comments_posted reader_comments user_comments comments_online villagers'_phone* pupils'_phone* employees'_phone* personal_device*
        mobile_phones_of phones_of
    """,
    # what people read and look up
    "reading": """
        borrow borrows borrowed borrowing borrowers what_~_read websites_they sites_they viewing_of what_~_watch purchas* buyers_of
    """,
    # whom they meet with, petitions, protest
    "gathering": """
        petition* protest* demonstrations demonstrators march marches marched rally rallies picket* prayer_meeting* private_meeting* discussion_group* book_club* reading_group*
        reading_circle* study_circle* study_group* unregistered_association* unregistered_group* unregistered_organi* unregistered_church* activis* campaigner* campaign_group*
        pressure_group* boycott* sit-in* vigil vigils open_letter* political_meeting* political_rall* political_part* political_group* political_event* political_gathering* union_organi*
        union_member* union_meeting* union_activit* trade_union_member* trade_union_activit* union_representative* strike_action strikers striking_workers organi*_a_strike organi*_strikes
        join_a_strike joins_a_strike on_strike walk-out* walkout* private_gathering* unauthorised_gathering* unofficial_gathering* informal_gathering* private_group* advocacy_group* ngo
        ngos freedom_of_association civil_society collective_action meet_privately lawful_assembl* human_rights_defender* opposition_part* student_societ* student_group* student_union*
        community_organiser* community_organizer* campaigning class_action alumni_association* diaspora home-town_association* hometown_association* private_club* private_association*
        informal_group* informal_network* self-organi* political_activit* member_of_a_party meets_regularly action_group* residents'_group* tenants'_group* residents'_association*
        tenants'_association* workers'_group* unofficial_union* independent_union* has_complained have_complained complained_to to_the_demonstration demonstration_against
        in_a_demonstration in_demonstrations at_the_demonstration demonstration_on attend*_~_demonstration took_to_the_streets writers'_club petitioned petitioning private_meetings
        signatories_of signatories_to_the_petition voluntary_associations private_associations climate_strike* the_strike join*_~_strike joined_~_strike take_part_in_~_strike striking
        travelling_to_the_capital traveling_to_the_capital travel_to_the_capital objected_to objectors opponents_of opposed_the opposes_the those_who_object who_object who_objected
        political_societ* political_club* political_organi* political_association* political_movement* organises_others organizes_others organise_others environmental_campaigner*
        unsanctioned_meeting* neighbourhood_assembl* blockade* lobby_group* support_of_the_protest support_for_the_protest union_activities trade_union_activities banned_part*
        banned_group* banned_organi* banned_association* forbidden_group* organisers_of_strikes organizers_of_strikes strike_organi* strike_leader* organisers_of_the_strike
    """,
    # whom they know
    "contact": """
        foreign_journalist* foreign_media foreign_press foreign_contact* overseas_contact* personal_relationship* private_associat* associates friends friendship* acquaintance* circle_of
        private_life private_lives foreign_reporter* journalist* reporter reporters whom_they_meet who_they_meet whom_they_receive who_they_receive whom_*_meet* foreign_organi*
        foreign_embass* foreign_diplomat* overseas_relative* relatives_abroad the_press contacts_abroad foreign_ties foreigners social_contact* personal_contact* whereabouts
        social_circle* personal_network* foreign_funding speak_to_the_media talk_to_the_media talks_to_the_media speaks_to_the_media contact_with_the_media private_relations
        unknown_visitor* strangers visitors_from_abroad host_foreign* unknown_guest* foreign_visitor* foreign_guest* independent_press independent_media exile exiles exiled foreign_number*
        host_unknown newcomers frequent_visitor* donors_to who_receive_visitors foreign_donor*
    """,
    # persons under a heading, when something is done to them
    "watched": """
        persons_of_interest person_of_interest persons_of_concern person_of_concern people_of_concern families_of_concern individuals_of_concern ringleader* vocal outspoken focus_person*
        key_person key_persons key_individual* unreliable radicals target_person* target_group* persons_considered sensitive_period* persons_suspected undesirables
        influential suspect_person* problem_individual* sensitive_date* sensitive_anniversar* former_detainee* monitoring_list* likely_to_protest at_risk_of_joining
        prone_to_protest suspected_of_sympath* likely_to_join likely_to_dissent
    """,
    # convictions and virtues
    "creed": """
        conviction convictions loyal loyalty allegiance patrioti* beliefs belief correct_attitude* moral_stance devotion pledge_of_allegiance recite_the_pledge moral_values party_values
        national_values core_values
    """,
    # publications, art, research, teaching
    "work": """
        lecture lectures textbook* curricul* syllab* reading_list* book books novel* play plays script scripts film films movie* exhibition* exhibit exhibits artwork* art song*
        teaching_material* teaching lesson_plan* manuscript* article articles research_proposal* thesis theses dissertation* newspaper* magazine* publication* theatre_perform*
        stage_perform* poem* poet* author authors titles library_stock library_collection* course_material* course_content research documentar* broadcast* concert* lyrics course courses
        journalist* news newsletter* student_paper* mural* sculpt* painting* curator* essays essay grant_application* periodical* journals radio_station* television choir* orchestra
        repertoire works works_of_art puppet* comic* dramati* choreograph* museum_label* press_article* column columnist* translation_of literature plaque* inscription* monument* statue*
        caption* stories story magazine sketches festival* librett* photograph* blog_article* opera operas
    """,
    # speakers and events
    "platform": """
        lecturer* guest_speaker* speaker speakers guest_lecture* invited_speaker* visiting_speaker* visiting_scholar* keynote* panellist* panelist* debate debates seminar* guest_writer*
        preacher* talks commentator* discussion_topic* debate_topic* visiting_academic* conference_paper*
    """,
    # by what a viewpoint is judged
    "viewpoint": """
        political politically viewpoint* opinion opinions ideas idea orientation stance* official_history official_version official_account party's correctness sensitive_topic*
        sensitive_subject* subversive undesirable tone patriotic patriotism point_of_view points_of_view position_on loyalty attitude* national_unity doctrin* government_policy
        official_position contrary_to loyal pro-government harmful_content unhealthy moral_tone hostile depart_from standpoint* sympath* unacceptable_ideas foreign_ideas western
        glorif* national_image positive_image hostility favour_of favor_of suitable_message unsuitable political_message* conform_to_the_party anti-government
        exiled_writer* exiled_author* banned_author* foreign_author* opposition_press dissident_writer* published_views political_views views_on views_are deviate_from_the
        sensitive_content human_rights democracy independence_movement politics official_interpretation official_view unfavourably unfavorably party_committee contemporary_politics
        national_history state_ideology portray* depict* interpretation_of
    """,
    # by what a work is judged
    "theme": """
        theme* the_message its_message suitab* unsuitab* inappropriate inconsisten* contradict* hostil* its_content the_content_of content_of_the whose_content their_content
    """,
    # what is done: watching
    "spy": """
        eavesdrop* intercept* surveil* spy spies spying wiretap* listen_in listen_for keep_an_eye keep_watch watch watches watched watching snoop* informant* informer* infiltrat* profil*
        flag flags flagged shadow tail monitor* track* observ* identify identifies identified identifying trace note_which note_whether note_who notes_on notes_of sit_in unmask*
        de-anonymi* scan scans scanned scrape* trawl* transcript* overhear* search* at_all_times keep_under spot follow follows followed pry read_through comb find_out_who find_out_whether
        find_out_what establish_who establish_whether name_the know_where eye_on look_out_for map_the mapping mapped map maps set_aside minder* handler* checked_for discreet* covert*
        secretly quietly photograph* retriev* befriend* red_flag unannounced tap taps bugged passes_on pass_on report_back networks_of recruit_informant* recruited_among
    """,
    "watch": """
        check checks checked review* inspect* examin* assess* analys* analyz* collect* gather ask asks asked asking survey* enquir* inquir* audit* visit* questioned follow_up supervis*
        grade grades graded grading score scores scored scoring rate rated rates rank ranks ranked ranking count counts find_out establish determine_whether look_into interview* evaluat*
        test tests tested read reads summaris* summariz* compil* measure* learn ascertain* study questioning verif* confirm* told keep_an_eye_on
    """,
    # keeping
    "record": """
        record records recorded recording regist* log logs logged keep keeps kept enter enters entered entry file files filed note notes noted write_down document documented documenting
        mark marked stor* retain* declar* pledg* sign signs signed compile* draw_up draws_up tag tags tagged list listed label* archive* open_a_file state_whether state_the state_their
        statistics form include includes included indicat* specif* particulars take_the_names take_names
    """,
    "list": """
        list lists roster* register registers database* dossier* profile profiles file files catalog* blacklist* black_list* watchlist* watch_list* watch-list* ledger* card_index names
        roll separate_roll index categor* classif* monitoring_list* list_of_persons card cards index_card* guest_list* name_list* particulars sheet
    """,
    # person by person
    "tie": """
        each_of_them one-to-one one_to_one individually at_home names by_name name_and assigned_to each_person personally minder* handler* named_officer
    """,
    "report": """
        report reports reported reporting forward* notify notif* inform informs informed pass passes passed passing submit* disclos* refer refers referred send sends sent transmit* alert*
        supply supplied communicat* brief hand_over hands tell tells told return_to call_the_police escalat* draw_to_the_attention
    """,
    "agency": "police security security_office security_department security_bureau intelligence",
    # acting upon people and their speech
    "steer": """
        steer* guid* shap* influenc* flood* amplif* counter counters countered countering rebut* drown* bury buried burying calm* divert* redirect* favourable favorable manag* defus* cool
        win_over won_over persuad* sway* seed seeds massag* spin foster* reflect* neutralis* neutraliz* contain contained disrupt* boost* push instil instill inculcat* cultivat*
        carry_items mould mold correct_misconcept* dispel* put_out put_the leave_out play_down downplay* highlight* coordinat* defend* promote promotes promoting
    """,
    "suppress": """
        remov* delet* block* silenc* suppress* filter* take_down takes_down taken_down takedown withdraw* withdrawn ban bans banned banning withheld withhold* prohibit* shut_down hide
        hides hidden mute* muted discredit* restrict* stop stops stopped quash* cancel* cut cuts confiscat* seiz* prevent* disband* dissol* break_up broken_up clos* throttl* demote
        downrank* down-rank* scrub* purge* erase* pull pulled strike_out strikes_out struck_out leave_out omit* redact* curb* stifl* gag disallow* forbid* pulp* shelve destroy* eliminat*
        paint_over painted_over refus* turned_away hold_back holds_back held_back give_no_room spike spiked
    """,
    "dissuade": """
        discourag* dissuad* deter deters deterred counsel* persuad* educate_them educated warn* talk_to renounc* abandon* give_up win_over won_over convert* reform_their correct_their
        correct_the guide_them guided urge* dissolv* rehabilitat* deradicali* de-radicali* mentor* bring_back set_right see_the_error
    """,
    "vet": """
        vet vets vetted vetting screen screens screened screening clear cleared clears clearance found_free_of free_of submit_their submit_her submit_his prior_review pre-approv*
        preapprov* prior_approval prior_consent before_release before_publication before_broadcast before_it_is before_they before_their scrutin* sign_off signed_off purge* weed*
        approval_of_the_content checked_for cleared_with checked_against obtain_permission obtains_permission permission_before prior_permission sign-off signoff seek_permission
        clearance_before omit omits pre-clear* script_approval advance_copy advance_copies
    """,
    "weigh": """
        approv* consent examin* check_that review* authoris* authoriz* permitted reject* refus* inspect* assess* evaluat* unless select* withdraw* remov* alter* judged judge consider* drop
        exclud* favour favor only submit* pass
    """,
    "punish": """
        dismiss* suspend* fine fined fines disciplin* forfeit* expel* expul* demot* deduct* penal* sanction* reprimand* lose loses lost losing barred bar punish* terminat* sack sacked
        sacking warning warned censure* blacklist* denied deny denies disqualif* evict* arrest* detain detains detained detaining withh* docked dock prosecute prosecutes prosecuted prosecuting prosecution* downgrad* excluded exclude strip* ineligible revok*
        cut_off reduce* reduction transferred removed_from moved_to reassigned adverse liable offence offense held_back passed_over not_be_considered answer_for reprisal struck_off
        held_accountable hold_accountable held_responsible answerable accountable detention removed_for removed_from_office frozen marked_down lose_their have_their_licen* licence_revoked
        licences_revoked not_be_promoted
    """,
    "benefit": """
        shortlist* promoted promotion hire hired appoint* employed admitted eligible enrol* enroll* granted renewed selected considered allowed entitled housed funded paid recruit* qualify
    """,
    # what people do
    "attend": """
        attend* join joins joined joining belong* go_to goes_to going_to take_part part_in participat* visits visiting visit members_of member_of frequents leaving entering enter enters
    """,
    "express": """
        publish* spread* express* voice* utter* state states stating write* post join joins joining attend* belong* hold holds holding participat* take_part taking_part staged stage stages
        perform* discuss* talk talks talking display* wear* worn wears read reads share* repost* sign organis* organiz* speak speaks speaking spoken mention* teach* taught practis*
        practic* circulat* distribut* support* criticis* criticiz* broadcast* invite* show shown meet meets meeting sing sings like likes host hosts engage* say says said disput* question*
        challeng* raise raises possess* bring carry aired air celebrat* advocat* debate* observe_religious* observe_ramadan observe_fast* observing_religious comments comment
    """,
    # what turns an act round
    "bar": "not never nobody no no-one no_one cannot neither nor may_only forbidden prohibited disallowed",
    "shield": "irrespective_of regardless_of",
    "ground": """
        on_the_ground_of on_grounds_of on_the_grounds_of on_ground_of on_account_of because_of because by_reason_of on_the_basis_of for_having based_on solely merely for_expressing
        for_raising for_reporting for_refusing for_making_a
    """,
    "abuse": "discriminat* retaliat* victimis* victimiz* harass* coerc* reprisal* detriment*",
    "guise": "under_the_guise under_cover_of",
    "deny": """
        discriminat* retaliat* detriment* refuse refuses refused refusal disadvantag* victimis* victimiz* harass* coerc* compel* force forced require requires required interfer* obstruct*
        hinder* impede* reveal* penalis* penaliz* treat* less_favourabl* less_favorabl* inquire ask process processed processing infer inferred request* use_data suffer* turn_away exclude
    """,
    # what makes it harmless
    "protect": """
        practise_their practice_their can_practise able_to_practise may_practise can_worship able_to_worship freedom_of right_to respect* rights_of_the_data rights_of_data rights_of_access data_rights protect* privacy confiden* anonym*
        pseudonym* equal* non-discriminat* discriminat* accommodat* consent impact_assessment data_protection special_categor* lawful_basis safeguard* reasonable_adjustment* voluntar*
        aggregate* irrespective_of regardless_of without_discrimination whistleblow* whistle-blow* in_confidence harassment hate_crime* encrypt* publish_statistics used_fairly
        equality_statistics may_publish free_to_express free_to_publish impartial* unlawfully held_unlawfully any_faith all_faiths faith_or_none equal_airtime peaceful_assembl*
        racial_abuse racist_abuse racial_harassment religious_harassment fairly racist_bullying racially_motivated
    """,
    "privacy": """
        impact_assessment data_protection special_categor* explicit_consent consent lawful_basis pseudonym* anonym* no_longer_necessary no_longer_needed delete_data erase_data encrypt*
        data_subject* privacy unlawfully held_unlawfully destroyed_without_delay
    """,
    "heed": """
        consult consults consultation* consulting be_consulted is_consulted are_consulted consultative consultees public_comment* public_hearing* comments_received comment_period representations feedback satisfaction minutes at_their_request at_his_request at_her_request may_speak
        right_of_reply hearing town_hall ballot* respond_to dissenting_opinion* dissenting_vote*  residents_may invite_comment* invite_views seek_views
        seek_the_views take_account_of take_into_account listen_to_objection* summary_of_the_comments summary_of_comments acknowledg* answer_the answer_questions votes
        opportunity_to_comment chance_to_comment written_comments comments_from councillor*_vote each_vote vote reasons_for_dissent reasons_given response_given response_to_each
        invite_dissenting state_their_reasons its_reply reply_in_writing reply_to_every_comment reply_to_each written_reply reply_within replies_within consider_the_opinion*
        consider_the_view* take_the_views appeal_against_removal able_to_appeal answer_petition* answers_petition* petitions_bearing respond_to_petition*
    """,
    "claim": """
        draft_rule* suggestion* complaint* quality_of appeal* ombuds* customer_review* product_review* petition_scheme e-petition* petitions_committee service_users customer_complaint* customers'_complaint* customer_satisfaction customers'_views customers_may customers'_feedback customer_survey* consumer*
        patients'_views parents' peer_review* clinical tender* bidder* grievanc* question_time claims warranty supplier* objections
    """,
    "care": """
        halal kosher diet* meals catering pastoral_care chaplain* prayer_room* burial funeral* bilingual language_service* language_support quiet_room* interpreter* interpreting
        interpretation_service* translator* translation_service* translated_into translates_for translation_for
    """,
    "aid": """
        step-free accessib* welfare benefits hospice counselling_service* bereave* relief housing_assistance
    """,
    "safety": """
        fire fires sprinkler* alarm* evacuat* emergenc* safety hazard* accident* injur* flood_warning* flood_defen* lightning roof electrical gas boiler* ventilat* food asbestos building*
        premises heritage conservation maintenance insurance annual_accounts financial_accounts financial budget planning_permission capacity crowd* structural noise water_suppl*
        air_quality water_quality maintain_the repair* earthquake seismic lift lifts exit exits escape lighting helmet* smoke parking waste drainage invoice* contractor* visitors_on_site
        radar equipment tyres chemical* radioactiv* temperature humidity archive* collection* display_the server_room* server_rack* patch* road* roads medicine* allergen* vehicle* tyre* ice salt
        grit pool lifeboat* bridge* ladder* pension pensions pension_fund* pension_scheme* tax_return* tax_payment* tax_debt* taxation
    """,
    "lawful": """
        phishing scam* fraud* malware virus* spam copyright* infring* counterfeit* piracy pirated child_sexual child_abuse child_protection pornograph* obscen* illegal_drug* drugs
        intrusion* cyber* vulnerabilit* trademark* gambling identity_theft stolen leak* classified trade_secret* accuracy factual dosage spelling plagiar* misprint* readab* technical
        proofread* unauthorised_access hate_speech terroris* incitement money_launder* tampering bullying suspicious_transaction* conflict_of_interest conflicts_of_interest bribe*
        misconduct home_address* personal_data private_information doxx* intimate_image* corruption
    """,
    "own": """
        safety_notice* own_website official_website press_release* corporate_website handbook* warning_notice* public_notice* recall_notice* user_manual* manual manuals
        instruction_leaflet* product_leaflet*
    """,
    # words that only look alike
    "plain": """
        good_faith bad_faith faithful* faithfully race_track race_course race_meeting* horse_race* human_race criminal_conviction* previous_conviction* convictions_for unspent_conviction*
        conviction_for conviction_of customer_loyalty loyalty_card* loyalty_scheme* legal_opinion* audit_opinion* expert_opinion* medical_opinion* auditor's_opinion second_opinion*
        no_later no_fewer no_more_than no_less no_longer not_later not_less not_more not_only whether_or_not not_exceed* if_not not_applicable art_director state_of_the_art
        state-of-the-art articles_of_association article_* play_area* play_equipment playground* veiled bookkeep* book_value political_subdivision* speech_therap* part_of_speech
        speech_impair* key_personnel nonetheless in_the_course_of course_of of_course due_course race_condition* positions_of key_position* marching_band demonstrate* demonstrating book_a
        books_and_records books_of_account fire_watch stop_watch sector sectors section* sectional convert_the convert_to_a converter* converted_into question_paper* post_office posts_of
        key_post* petition_for_bankrupt* bankruptcy_petition* notary association_of no_change no_cost file_format* positions_held filing_positions interview_room* job_interview*
        interview_panel research_and_development do_not does_not did_not have_not has_not had_not is_not are_not was_not were_not in_view_of with_a_view view_of loudspeaker* public_works
        works_contract* street_works works_order* in_the_opinion_of message_board* error_message* in_march by_march of_march 31_march 1_march before_march march_each party_to third_party
        third-party parties contracting_party no_party political_risk* sensitive_data sensitive_personal sensitive_equipment sensitive_area* environmentally_sensitive time-sensitive
        heat-sensitive clear_of clear_and keep_clear state_aid united_states member_state* state_of_repair comment_period* not_apply no_person_other tamper_resistan* interviews_that
        exit_interview* social_security independent_valuer* valuer* first-aid_posts narrative_report* narrative_and_financial mood_lighting minority_shareholder* minority_interest* press_office* press_officer* the_press_office* the_press_officer* the_press_release*
    """,
    "slight": """
        question questions questioned comment comments objection* challenge* objected say says said oppose opposes voices speak speaks spoke spoken talk talks talking
        discussing discuss discusses
    """,
    "ban": "forbidden prohibited disallowed outlawed",
    "remark": """
        speaks_at speak_at spoke_at statement_made statements_made remarks_at comment comments comments_on remark_on speaking_in_public speak_in_public speak_publicly speaking_publicly
        public_statement* talking_to_the_press speaking_on_behalf
    """,
    "health": "disease* vaccin* tubercul* infection* immunis* immuniz* health medical hygiene first_aid",
    "skill": "training competen* certificat* licen* drill* qualif* attendance",
    "talk": """
        private_chat* chats chat conversation* gossip* joke jokes what_is_said things_said talk_about talks_about small_talk politics private_talk* said_at said_about whispers canteen_talk
        overheard what_~_say what_~_said what_~_talk conversations_about anything_said any_talk talk_of topics_raised topics_discussed things_~_say political_talk political_conversation*
        political_joke* political_remark* political_matter* political_topic* discuss_politics discussing_politics discuss_the_government discussion_of_politics private_discussion*
        informal_discussion* political_discussion* speak_about speaks_about speaking_about remark* utterance* utter* newspapers_they what_newspapers books_they magazines_they papers_they
        which_newspapers what_he_says what_she_says boo boos booed heckl* jeer* chant* what_is_discussed what_was_discussed what_~_discuss* refuse_to_stand refuse_to_salute
        refuse_to_applaud applaud* anthem mutter* murmur* whisper* rant rants vent_their quip* table_talk group_chat* chat_histor* voice_note* overhear* eavesdropped shout* sing_protest
        grouse grouses gripe* bad-mouth* idle_talk rumbling* chatter loose_talk
    """,
    "voice": """
        discuss* debate* comment* talk speaks speaking opine express_opinion* express_view* express_their_view* criticis* criticiz* mention speak_about speak_on speak_to speak_publicly
        speak_in_public speak_at
    """,
    "claimant": "whistleblow* whistle-blow* complainant*",
}
