using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using StaffPool.Application.Access;
using StaffPool.Application.Timetables;
using StaffPool.Application.UseCases;
using StaffPool.Data;
using StaffPool.Documents.Timetables;

namespace StaffPool.Web.Pages.Timetables;

/// <summary>
/// The calendar behind a secret address, for programs that cannot sign in. Whoever has the address reads it, until the
/// professional revokes it; an address that does not work tells nothing.
/// </summary>
internal static class CalendarFeedEndpoint
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    public static string AddressOf(Guid groupingId, string token) => $"/agenda/{groupingId}/{token}.ics";

    public static void MapCalendarFeed(this IEndpointRouteBuilder app) => app
        .MapGet("/agenda/{groupingId:guid}/{file}", (Guid groupingId, string file, ServiceDatabase database, TimeProvider clock, CancellationToken stop) =>
            ReadAsync(groupingId, file, new Work(database, new Operator(FirstAdministrator.ServiceName), clock), stop))
        .AllowAnonymous();

    private static async Task<IResult> ReadAsync(Guid groupingId, string file, Work work, CancellationToken stop)
    {
        try
        {
            var feed = await new ReadCalendarFeed(work).RunAsync(groupingId, Path.GetFileNameWithoutExtension(file), stop);
            return Results.Text(CalendarFeedIcs.Of(feed, French), "text/calendar; charset=utf-8");
        }
        catch (RefusedException)
        {
            return Results.NotFound();
        }
    }
}
