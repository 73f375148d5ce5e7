using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("StaffPool.Documents.Tests")]
