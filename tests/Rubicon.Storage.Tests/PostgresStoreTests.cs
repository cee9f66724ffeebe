namespace Rubicon.Storage.Tests;

/// <summary>The conformance suite on PostgreSQL.</summary>
public sealed class PostgresStoreTests
{
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
    public Task Work_that_fails_leaves_nothing_and_the_log_goes_on() => Run(Conformance.Work_that_fails_leaves_nothing_and_the_log_goes_on);

    [PostgresFact]
    public Task A_store_opened_again_goes_on_where_it_was() => Run(Conformance.A_store_opened_again_goes_on_where_it_was);

    [PostgresFact]
    public Task A_changed_value_of_any_table_is_found() => Run(Conformance.A_changed_value_of_any_table_is_found);

    [PostgresFact]
    public Task A_proof_leads_from_an_event_to_the_signed_root() => Run(Conformance.A_proof_leads_from_an_event_to_the_signed_root);

    private static async Task Run(Func<Place, Task> test)
    {
        using var place = Place.New(postgres: true);
        await test(place);
    }
}
