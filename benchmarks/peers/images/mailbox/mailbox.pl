# SMTP, RFC 5321, without extensions; a process for each connection.
use strict;
use warnings;
use IO::Socket::INET;

$SIG{CHLD} = 'IGNORE';
$SIG{TERM} = sub { exit 0 };
my $server = IO::Socket::INET->new(LocalPort => 1025, Listen => 64, ReuseAddr => 1) or die "No port: $!\n";
while (1) {
  my $client = $server->accept or next;
  if (fork) { close $client; next }
  $client->autoflush(1);
  print $client "220 mailbox\r\n";
  my $data = 0;
  while (my $line = <$client>) {
    if ($data) {
      next unless $line =~ /^\.\r?\n$/;
      $data = 0;
      print $client "250 taken\r\n";
    } elsif ($line =~ /^DATA/i) {
      $data = 1;
      print $client "354 go on\r\n";
    } elsif ($line =~ /^QUIT/i) {
      print $client "221 bye\r\n";
      last;
    } else {
      print $client "250 fine\r\n";
    }
  }
  exit 0;
}
