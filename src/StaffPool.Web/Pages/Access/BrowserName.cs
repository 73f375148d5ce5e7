namespace StaffPool.Web.Pages.Access;

/// <summary>What a person calls a browser that calls itself by all the others' names.</summary>
internal static class BrowserName
{
    // The first that is found is right: each also claims those below it.
    private static readonly (string Sign, string Name)[] Browsers =
        [("Edg", "Edge"), ("OPR", "Opera"), ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("Safari", "Safari")];

    private static readonly (string Sign, string Name)[] Machines =
        [("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "Mac"), ("Linux", "Linux")];

    /// <param name="userAgent">What the browser sent.</param>
    public static string Of(string userAgent)
    {
        var browser = Named(Browsers, userAgent);
        var machine = Named(Machines, userAgent);
        return browser is null && machine is null
            ? userAgent.Length == 0 ? AccessPageTexts.Of("sessions.unknown").ToString() : userAgent
            : string.Join(", ", new[] { browser, machine }.OfType<string>());
    }

    private static string? Named((string Sign, string Name)[] known, string userAgent) =>
        known.FirstOrDefault(k => userAgent.Contains(k.Sign, StringComparison.Ordinal)).Name;
}
