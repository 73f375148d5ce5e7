using Microsoft.AspNetCore.Mvc;
using StaffPool.Application.Replacements;
using StaffPool.Application.UseCases;
using StaffPool.Data.Replacements;

namespace StaffPool.Web.Pages.Replacements;

/// <summary>What a professional says of replacements, the offers made to them and their missions.</summary>
public sealed class OwnModel(
    ReadOwnReplacements read, AnswerPool answer, AddAvailability add, RemoveAvailability remove, AcceptOffer accept, DeclineOffer decline,
    TimeProvider clock) : GroupingPage
{
    [BindProperty]
    public ChannelInput Channels { get; set; } = new();

    [BindProperty]
    public TimeInput Time { get; set; } = new();

    public OwnReplacementsView Own { get; private set; } = null!;

    protected override async Task<IActionResult?> LoadAsync(CancellationToken stop)
    {
        Own = await read.RunAsync(Grouping.Id, Nothing.More, stop);
        if (!IsRedrawn)
        {
            (Channels.AcceptsRestDays, Channels.Email, Channels.Phone) = (Own.Answer.AcceptsRestDays, Own.Answer.Email, Own.Answer.Phone);
            Time.FirstDay = Time.LastDay = ParisTime.DayOf(clock.GetUtcNow().UtcDateTime);
        }

        Channels.Version = Own.Version;
        return null;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var own = await read.RunAsync(Grouping.Id, Nothing.More, stop);
        await answer.RunAsync(
            Grouping.Id,
            new PoolAnswerOf(own.ProfessionalId, Channels.Version, new PoolAnswer(Channels.AcceptsRestDays, Channels.Email, Channels.Phone)),
            stop);
        return Say("own.saved");
    }

    public async Task<IActionResult> OnPostTimeAsync(CancellationToken stop)
    {
        var own = await read.RunAsync(Grouping.Id, Nothing.More, stop);
        await add.RunAsync(Grouping.Id, new AvailabilityGiven(own.ProfessionalId, Time.FirstDay, Time.LastDay, Time.Kind), stop);
        return Say("own.saved");
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, int version, CancellationToken stop)
    {
        await remove.RunAsync(Grouping.Id, new Removal(id, version), stop);
        return Say("own.saved");
    }

    public async Task<IActionResult> OnPostAcceptAsync(Guid id, CancellationToken stop)
    {
        var mission = await accept.RunAsync(Grouping.Id, new OfferAnswer(null, id), stop);
        Notice = ReplacementPageTexts.Of("offer.yours", mission.Number).ToString();
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostDeclineAsync(Guid id, CancellationToken stop)
    {
        await decline.RunAsync(Grouping.Id, new OfferAnswer(null, id), stop);
        return Say("offer.declined");
    }

    private RedirectToPageResult Say(string key)
    {
        Notice = ReplacementPageTexts.Of(key).ToString();
        return RedirectToPage();
    }

    public sealed class ChannelInput
    {
        public int Version { get; set; }

        public bool AcceptsRestDays { get; set; }

        public string? Email { get; set; }

        public string? Phone { get; set; }
    }

    public sealed class TimeInput
    {
        public DateOnly FirstDay { get; set; }

        public DateOnly LastDay { get; set; }

        public AvailabilityKind Kind { get; set; }
    }
}
