<?php chmod("/var/ossec/wodles/plover/.secrets", 0640);
