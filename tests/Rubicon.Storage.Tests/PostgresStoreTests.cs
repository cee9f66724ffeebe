namespace Rubicon.Storage.Tests;

/// <summary>The conformance suite on PostgreSQL.</summary>
public sealed class PostgresStoreTests
{
    [PostgresFact]
    public Task A_backup_is_restored_into_either_database_and_is_whole() => Run(BackupConformance.A_backup_is_restored_into_either_database_and_is_whole);

    [PostgresFact]
    public Task A_damaged_backup_is_refused() => Run(BackupConformance.A_damaged_backup_is_refused);

    [PostgresFact]
    public Task A_person_chooses_a_password_once_is_locked_out_and_let_in_again() => Run(BackupConformance.A_person_chooses_a_password_once_is_locked_out_and_let_in_again);

    [PostgresFact]
    public Task A_key_is_written_with_the_first_write_and_with_nothing_else() => Run(BackupConformance.A_key_is_written_with_the_first_write_and_with_nothing_else);

    [PostgresFact]
    public Task A_webhook_is_told_of_what_its_organization_did_and_of_nothing_that_was_rolled_back() => Run(BackupConformance.A_webhook_is_told_of_what_its_organization_did_and_of_nothing_that_was_rolled_back);

    [PostgresFact]
    public Task A_token_opens_only_with_its_secret_and_until_it_is_revoked_or_expires() => Run(Conformance.A_token_opens_only_with_its_secret_and_until_it_is_revoked_or_expires);

    [PostgresFact]
    public Task What_was_recorded_comes_back_byte_for_byte_and_only_to_its_organization() => Run(Conformance.What_was_recorded_comes_back_byte_for_byte_and_only_to_its_organization);

    [PostgresFact]
    public Task A_key_used_again_gives_the_first_answer_and_refuses_another_request() => Run(Conformance.A_key_used_again_gives_the_first_answer_and_refuses_another_request);

    [PostgresFact]
    public Task Pages_follow_one_another_without_a_gap() => Run(Conformance.Pages_follow_one_another_without_a_gap);

    [PostgresFact]
    public Task A_scan_is_running_until_it_ends() => Run(Conformance.A_scan_is_running_until_it_ends);

    [PostgresFact]
    public Task A_report_in_pieces_is_read_at_any_place_and_its_lines_by_what_they_share() => Run(Conformance.A_report_in_pieces_is_read_at_any_place_and_its_lines_by_what_they_share);

    [PostgresFact]
    public Task Work_that_fails_leaves_nothing_and_the_log_goes_on() => Run(Conformance.Work_that_fails_leaves_nothing_and_the_log_goes_on);

    [PostgresFact]
    public Task A_store_opened_again_goes_on_where_it_was() => Run(Conformance.A_store_opened_again_goes_on_where_it_was);

    [PostgresFact]
    public Task A_changed_value_of_any_table_is_found() => Run(Conformance.A_changed_value_of_any_table_is_found);

    [PostgresFact]
    public Task A_proof_leads_from_an_event_to_the_signed_root() => Run(Conformance.A_proof_leads_from_an_event_to_the_signed_root);

    [PostgresFact]
    public Task A_case_is_numbered_seen_by_those_who_take_part_and_read_back_as_it_was() => Run(CaseConformance.A_case_is_numbered_seen_by_those_who_take_part_and_read_back_as_it_was);

    [PostgresFact]
    public Task Of_two_who_act_on_the_same_state_of_a_case_one_is_told() => Run(CaseConformance.Of_two_who_act_on_the_same_state_of_a_case_one_is_told);

    [PostgresFact]
    public Task A_step_waits_for_approval_and_goes_in_once() => Run(CaseConformance.A_step_waits_for_approval_and_goes_in_once);

    [PostgresFact]
    public Task Files_and_duties_of_a_case_come_back_as_they_were() => Run(CaseConformance.Files_and_duties_of_a_case_come_back_as_they_were);

    [PostgresFact]
    public Task A_changed_byte_of_a_case_is_found() => Run(CaseConformance.A_changed_byte_of_a_case_is_found);

    [PostgresFact]
    public Task Of_two_who_change_a_portfolio_one_is_told_and_another_organization_finds_nothing() => Run(PortfolioConformance.Of_two_who_change_a_portfolio_one_is_told_and_another_organization_finds_nothing);

    [PostgresFact]
    public Task Runs_count_up_and_come_back_as_they_were() => Run(PortfolioConformance.Runs_count_up_and_come_back_as_they_were);

    [PostgresFact]
    public Task An_answer_waits_for_a_second_person_and_can_be_withdrawn() => Run(PortfolioConformance.An_answer_waits_for_a_second_person_and_can_be_withdrawn);

    [PostgresFact]
    public Task Two_reports_say_what_they_do_not_decide_alike() => Run(PortfolioConformance.Two_reports_say_what_they_do_not_decide_alike);

    private static async Task Run(Func<Place, Task> test)
    {
        using var place = Place.New(postgres: true);
        await test(place);
    }
}
